"""The worker's jobs as a process of its own, which does all that waits and ends: `python -m tests.core.worker`."""

import asyncio

import django


def main() -> None:
    django.setup()
    from procrastinate.contrib.django import app

    from core.watching import keep_record

    async def work() -> None:
        async with its.open_async():
            await its.run_worker_async(wait=False, listen_notify=False, worker_middleware=[keep_record])

    with app.replace_connector(app.connector.get_worker_connector()) as its:  # type: ignore[attr-defined]
        asyncio.run(work())


if __name__ == "__main__":
    main()
