"""What stands around the episodes is made of what the ledger has published, and where it changed.

::

    shelf      what the ledger has published, remembered file by file
    published  which of it a show has: that whose sound is there
    seen_files whether files are there
    parts      receipts: which files are made again
    addresses  the entries by which pages find their audio
"""
