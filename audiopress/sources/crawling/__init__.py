"""How pages are asked for that a list names: if allowed, in time, again only where they changed."""
