"""The corridor: the one place where effects are ordered.

::

    read    sources -> manuscripts (article + script), from the cache where the page is unchanged
    plan    pure: manuscripts + what is cached -> what must be spoken, and why
    speak   missing segments -> cache, through worker processes
    bind    pure: segments -> the files of one version
    ship    the one ordered writer: media, sidecars, page, ledger, feed last
    build   the five in their order, for an edition

Only here clocks are read, and only `ship` writes into the output folder.
"""
