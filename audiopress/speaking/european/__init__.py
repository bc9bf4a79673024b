"""German, French, Spanish and Italian: a library says the numbers, short tables the rest.

`normalize.py` has the order: signs, short forms, what one language alone has, then the library.
"""
