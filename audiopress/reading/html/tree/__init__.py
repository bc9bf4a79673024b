"""The tree of a page, mended to what a reader sees, and what its elements are."""
