"""What several builders have together: speech that one of them speaks, and what they promise.

::

    speech       asked for before a line is spoken, given when it was; `objects` or a folder has it
    folder       a folder that several machines see, with what objects have
    turn         one at a time in a bucket: deploys, and builders of one ledger
    ledger_copy  a ledger that is kept in a bucket, compared with its copy
    builder      who a builder is to others
"""
