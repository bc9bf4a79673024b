"""An archive becomes an edition: many thousand addresses, a few hundred of them at a time.

::

    addresses       which of a list are still to be done, the newest first
    budget          how many may be begun so that it keeps to its hours
    feed_process    the feed of an archive, written by a process of its own
    led_addresses   which of them led to others
    left_edition    whether anything is to be published at all
    run             the loop: a stretch is read while the one before it is spoken
    tally           what became of how many, by kind, and how fast
"""
