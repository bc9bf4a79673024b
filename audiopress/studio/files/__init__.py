"""Files of the edition's articles: how they come in, which there are, and their text."""
