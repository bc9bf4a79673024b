"""What becomes of a published article that says something else: its old and its new versions.

::

    former_voices  what was published by voices that are others by now
    known_voices  the ledger learns who spoke what former programs published
    old_versions  the versions that another one has replaced, and which of them have had their time
    makings       what the ledger keeps of how a version was made
    purge         old versions go at once, from output, cache and ledger
    record        when and which paragraphs were corrected, as everybody may read it
"""
