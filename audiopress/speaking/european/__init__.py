"""Six European languages: our rules find what a number is, num2words and CLDR have the words.

`normalize.py` has the order: quantities and signs, short forms, what one language alone has,
numbers.
"""

__all__ = ["LANGUAGES"]

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl")
"""Languages that have rules here; in this file, for the rules are imported when they are needed."""
