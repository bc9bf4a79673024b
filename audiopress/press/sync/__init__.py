"""What lasts from one build of an edition to the next, beside what the ledger promises.

::

    memory  what the last build could not publish: what failed and since when, what waits
    status  what is published, waiting, failed and withdrawn, from ledger and memory
"""
