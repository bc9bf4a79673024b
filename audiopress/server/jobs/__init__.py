"""Jobs of the newsroom service: what was accepted is built, whatever is killed meanwhile.

``queue`` keeps them in SQLite, in the ``tables``; ``worker`` builds one after the other, and
``build_job`` is what runs in the process of a job.
"""

from audiopress.server.jobs.queue import Job, JobOrder, JobQueue, JobState
from audiopress.server.jobs.worker import JobWorker

__all__ = ["Job", "JobOrder", "JobQueue", "JobState", "JobWorker"]
