"""The output folder is brought to where it is served, and what is served is whole at any moment.

::

    deployment     all of it: a place is opened, the steps are done, who has to know is told
    steps          what is sent when, and what is removed: the recipe
    comparison     what it goes by
    published      the files of the output folder, their digests, and in which order they go
    inventory      what earlier deploys have put there; kept_inventory keeps it at the target
    changes        what of it is new, other and gone
    other_builders  what stands there that the ledger does not know
    places         what all targets can do; bucket, folder and rsync are the three
    opening        the target that is named
    cors           the rule that a bucket needs
    afterwards     a command for the CDN
"""
