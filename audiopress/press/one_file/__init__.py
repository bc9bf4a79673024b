"""An article as one file, a sound or a book, without an edition."""
