"""The speech of an edition, made on many machines: an article is one task there.

::

    checks        what must be so before anything begins: one store, one version, the voices
    article_task  on a worker: the lines of an article, spoken as they are here, into the store
    speakers      here: articles go out, and their sound comes out of the store into the cache

Everything else is as in any build: this machine reads, binds and publishes, nobody else does.
"""
