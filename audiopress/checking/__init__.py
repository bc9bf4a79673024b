"""Receipts: whether what was shipped is what it says it is.

Looks only at the files of an edition as they lie there, and trusts nothing a build remembers: the
sound is decoded, the feed parsed and every sidecar held against it. What writes these files is
not asked how it would have written them.
"""
