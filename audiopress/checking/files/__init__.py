"""The files of one published version: whether sound, tag, captions and records agree."""
