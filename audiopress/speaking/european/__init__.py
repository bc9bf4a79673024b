"""Six European languages: our rules find what a number is, num2words and CLDR have the words.

`normalize.py` has the order: quantities and signs, short forms, what one language alone has,
numbers.
"""
