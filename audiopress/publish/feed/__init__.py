"""The podcast feed: RSS 2.0 with the iTunes and Podcasting 2.0 namespaces."""
