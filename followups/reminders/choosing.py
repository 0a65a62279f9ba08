"""Whom to remind now: one statement for all members, which also marks what it chose, so that nothing is told twice.

The mark and the mail stand in one transaction. Two workers at once wait for each other at the mark, and the second
finds nothing left to choose.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from accounts.models import User
from core.apart import refuse_bad, work_through
from core.outbox import Outgoing, is_address, post_all
from followups.models import Followup, Reminding
from followups.models.reminding import HOUR
from followups.reminders.hours import Reading, readings

Kind = Reminding.Kind
# So many are marked and posted in one transaction.
BATCH = 1000
# A worker that was away makes up for the daily mail within so many hours, and never on the next day: what is due
# stands on the page all the while, and the next mail has it too.
CATCH_UP_HOURS = 6
# Single mails come by day.
FIRST_HOUR, LAST_HOUR = 8, 20
# What nobody was told within two weeks is told by the daily mail only.
OLDEST = timedelta(days=14)
# The talk is over and the student on the way home.
THANK_AFTER = timedelta(hours=2)

# At most one a day: the day is written where it is later than the day before. On its day a mail comes from the
# chosen hour on; where the clocks skip that hour, from the next one.
_DIGESTS = """
INSERT INTO followups_reminding AS r
  (owner_id, hour, digest, day_before, thanks, news, digested_on, revision, edit_session)
SELECT u.id, %(hour)s, true, true, true, true, z.day, 0, ''
FROM accounts_user u
JOIN unnest(%(zones)s::text[], %(days)s::date[], %(hours)s::int[], %(ends)s::timestamptz[])
  AS z (zone, day, hour, ends_at) ON z.zone = COALESCE(NULLIF(u.time_zone, ''), 'UTC')
LEFT JOIN followups_reminding w ON w.owner_id = u.id
WHERE u.is_active AND COALESCE(w.digest, true) AND (%(only)s::bigint[] IS NULL OR u.id = ANY(%(only)s))
  AND z.hour BETWEEN COALESCE(w.hour, %(hour)s) AND COALESCE(w.hour, %(hour)s) + %(catch_up)s - 1
  AND (w.digested_on IS NULL OR w.digested_on < z.day)
  AND (
    EXISTS (
      SELECT FROM followups_followup f
      WHERE f.owner_id = u.id AND f.done_at IS NULL AND f.rested_at IS NULL AND f.shows_at < z.ends_at
        AND (f.kind <> 'confirm' OR (NOT COALESCE(w.day_before, true) AND (f.late_at > %(now)s) IS NOT FALSE))
    ) OR EXISTS (
      SELECT FROM meetings_meeting m WHERE m.owner_id = u.id AND m.stage = 'arranged' AND m.ends_at <= %(now)s
        AND NOT m.has @> ARRAY['called_off']
    )
  )
ORDER BY u.id LIMIT %(batch)s
ON CONFLICT (owner_id) DO UPDATE SET digested_on = EXCLUDED.digested_on
WHERE r.digested_on IS NULL OR r.digested_on < EXCLUDED.digested_on
RETURNING owner_id, digested_on::text
"""

# The few rows that may have their time now come first, by an index of their own; then whose clock shows day. Each
# member is looked up for their row (OFFSET 0 keeps that order, however few rows the planner expects).
_SINGLE = """
WITH near AS MATERIALIZED (
  SELECT id, owner_id FROM followups_followup
  WHERE kind = %(kind)s AND mailed_at IS NULL AND rested_at IS NULL
    AND shows_at BETWEEN %(oldest)s AND %(shown_by)s AND late_at > %(now)s
    AND (%(only)s::bigint[] IS NULL OR id = ANY(%(only)s))
), members AS MATERIALIZED (
  SELECT near.id, u.day_before, u.thanks
  FROM near CROSS JOIN LATERAL (
    SELECT COALESCE(NULLIF(m.time_zone, ''), 'UTC') AS zone,
      COALESCE(w.day_before, true) AS day_before, COALESCE(w.thanks, true) AS thanks
    FROM accounts_user m LEFT JOIN followups_reminding w ON w.owner_id = m.id
    WHERE m.id = near.owner_id AND m.is_active OFFSET 0
  ) u
  WHERE u.zone = ANY(%(by_day)s)
)
UPDATE followups_followup f SET mailed_at = %(now)s
FROM members u
WHERE f.id = u.id AND f.mailed_at IS NULL AND f.rested_at IS NULL
"""
# Told whether or not it was confirmed: it is about the conversation.
_DAY_BEFORE = (
    _SINGLE
    + """
  AND u.day_before
  AND EXISTS (
    SELECT FROM meetings_meeting m WHERE m.id = f.meeting_id AND m.stage = 'arranged' AND m.starts_at = f.late_at
  )
RETURNING f.owner_id, f.id
"""
)
_THANKS = (
    _SINGLE
    + """
  AND u.thanks AND f.done_at IS NULL
RETURNING f.owner_id, f.id
"""
)

Chosen = list[tuple[int, Any]]


def post_due(*, now: datetime) -> None:
    """Post every reminder whose time has come at `now`; each once, however often and wherever this is called.

    Raises BadRows where some could not be chosen or posted, once all others are.
    """
    zones = {zone or "UTC" for zone in User.objects.active().values_list("time_zone", flat=True).distinct()}
    clocks = readings(zones, now)
    bad_members = _post_digests(clocks, now)
    bad = _post_singles(Kind.DAY_BEFORE, _DAY_BEFORE, Followup.Kind.CONFIRM, now, clocks, now)
    bad += _post_singles(Kind.THANKS, _THANKS, Followup.Kind.THANK, now - THANK_AFTER, clocks, now)
    refuse_bad("member", bad_members)
    refuse_bad("follow-up", bad)


def _post_digests(clocks: list[Reading], now: datetime) -> list[int]:
    """Post the daily mails; gives the members whose could not be posted."""

    def post(only: list[int] | None) -> None:
        while _post(Kind.DIGEST, lambda: _choose(_DIGESTS, clocks, now, only=only), "day", now) == BATCH:
            pass

    members = User.objects.active().order_by("pk").values_list("pk", flat=True)
    return work_through("member", post, members, batch=BATCH)


def _post_singles(
    kind: Kind, sql: str, about: Followup.Kind, shown_by: datetime, clocks: list[Reading], now: datetime
) -> list[int]:
    """Post the single mails about follow-ups of the kind `about`; gives those whose could not be posted."""

    def post(only: list[int] | None) -> None:
        facts = {"kind": about, "shown_by": shown_by, "only": only}
        _post(kind, lambda: _choose(sql, clocks, now, **facts), "followup", now)

    near = Followup.objects.filter(kind=about, mailed_at=None, rested_at=None, late_at__gt=now)
    near = near.filter(shows_at__range=(now - OLDEST, shown_by)).order_by("pk")
    return work_through("follow-up", post, near.values_list("pk", flat=True), batch=BATCH)


def _choose(sql: str, clocks: list[Reading], now: datetime, **more: Any) -> Chosen:
    """Mark and give those whose time has come: all of them, or of the rows named by `only`."""
    params: dict[str, Any] = {
        **more,
        "now": now,
        "oldest": now - OLDEST,
        "hour": HOUR,
        "catch_up": CATCH_UP_HOURS,
        "by_day": [clock.zone for clock in clocks if FIRST_HOUR <= clock.hour <= LAST_HOUR],
        "batch": BATCH,
        "zones": [clock.zone for clock in clocks],
        "days": [clock.day for clock in clocks],
        "hours": [clock.hour for clock in clocks],
        "ends": [clock.ends_at for clock in clocks],
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        chosen: Chosen = cursor.fetchall()
        return chosen


def _post(kind: Kind, choose: Callable[[], Chosen], about: str, now: datetime) -> int:
    """Mark and post in one transaction; gives how many were chosen."""
    with transaction.atomic():
        chosen = choose()
        if chosen:
            post_all(_mails(kind, chosen, about), now=now)
    return len(chosen)


def _mails(kind: Kind, chosen: Chosen, about: str) -> Iterable[Outgoing]:
    members = User.objects.in_bulk([owner for owner, _what in chosen])
    for owner, what in chosen:
        # Somebody may have left in this moment; and one address that is none must not keep everybody else's mail.
        to = members[owner].email if owner in members else ""
        if is_address(to):
            once = f"{kind}:{owner}:{what}" if about == "day" else ""
            yield Outgoing(
                to=to, kind=kind, member_id=owner, once=once, writer=f"followups.{kind}", about={about: what}
            )
