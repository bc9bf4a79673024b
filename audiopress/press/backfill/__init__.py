"""An archive becomes an edition: many thousand addresses, a few hundred of them at a time.

::

    addresses       which of a list are still to be done, the newest first
    budget          how many may be begun so that it keeps to its hours
    led_addresses   which of them led to others
    related_records what of the ledger a stretch has to do with
    run             the loop: a stretch is read while the one before it is spoken
    tally           what became of how many, by kind, and how fast
"""
