"""Housekeeping of the background worker."""

from procrastinate.contrib.django import app

from accounts.sessions import SessionStore


@app.periodic(cron="22 3 * * *")
@app.task(queueing_lock="forget_sessions")
def forget_sessions(timestamp: int) -> None:
    """Forget sessions that have lapsed."""
    SessionStore.clear_expired()
