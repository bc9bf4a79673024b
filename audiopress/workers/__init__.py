"""Where the work is done: processes of our own that may die without taking the build along.

The interface is `concurrent.futures.Executor`. ``pool`` decides what runs where and who is to
blame, ``process`` is the parent's hold on one worker, ``inside`` the worker's own side,
``machine`` what the computer has to give.
"""

from audiopress.workers.machine import count_cores
from audiopress.workers.pool import Pool, make_local_pool

__all__ = ["Pool", "count_cores", "make_local_pool"]
