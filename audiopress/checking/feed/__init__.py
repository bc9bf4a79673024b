"""What a feed says: read as an app reads it, and held against what directories ask."""
