"""Jobs that were cut off in the middle, with their worker or with its database: each is taken up again, once."""

import logging
from datetime import timedelta

from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Status
from procrastinate.manager import JobManager

log = logging.getLogger(__name__)

# Three heartbeats and a half of a worker, which beats while its jobs work, however long they do.
STALLED_AFTER = timedelta(seconds=35)


async def give_back(manager: JobManager) -> None:
    """Let the jobs of workers that are no more be taken up again. Raises ConnectorException where all of them fail."""
    jobs = await manager.get_stalled_jobs(seconds_since_heartbeat=int(STALLED_AFTER.total_seconds()))
    for job in jobs:
        try:
            await manager.retry_job(job)
        except UniqueViolation:
            # The same is to be done already, by one that came since.
            await manager.finish_job(job, status=Status.FAILED, delete_job=True)
        except ConnectorException:
            # Another worker gave it back in this moment; otherwise it is seen again in a minute.
            log.info("The job %s could not be given back.", job.id)
