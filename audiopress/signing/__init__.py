"""Signed marks in sound files: C2PA manifests, made and read back by the extra audiopress[sign].

::

    claim        what a manifest says of an episode, as plain values
    pair         a certificate and its key, read and looked at
    trial_pair   a pair of one's own making, for trying
    signer       a file and what is to be said of it -> the tag with the signed manifest
    reader       a file -> what its manifest says, by whom, and whether it still fits
    extra        the two libraries behind it, imported when they are needed

No other room imports them. What it needs of the disk it is handed: it opens no file by name.
"""
