"""Rules of how words are said: held against voices, chosen, and what one changes."""
