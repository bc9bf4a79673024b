"""What is kept on disk: whole, verified, and under names that say what it is made of.

::

    atomic_files   the one writer: a file is whole, or it is not there
    file_names     the only road from a text to a path
    cache          what can be made again: documents, scripts, speech, frames; verified when read
    ledger         what was promised and cannot be derived, one readable JSON an article
    keys           what makes a paragraph be spoken again
    lock           one builder at a time
    disk_names     a name as a disk may spell it, or not take it
    os_errors      what the disk says, in words a person can act on
"""
