"""Spoken forms of German, French, Spanish and Italian: a library and short tables."""
