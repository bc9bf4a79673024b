"""Who wrote an article: the names in its metadata and bylines."""
