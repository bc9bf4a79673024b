"""A page as a browser shows it: its runs of text, and which of them are the story."""
