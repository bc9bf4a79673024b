"""A built site gets its players: which pages are articles, and one block in their head."""
