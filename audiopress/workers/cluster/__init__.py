"""Work on other machines: a scheduler of Dask's and its workers, reached from here alone.

::

    address      which addresses are safe to speak to
    connection   the scheduler, who works for it, and the work that is given there
    certificates for TLS on both sides, to try it with
"""
