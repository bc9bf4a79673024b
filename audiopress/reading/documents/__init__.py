"""Documents of word processors, printers, mailers and notebooks, as the road of pages reads them.

Each kind becomes HTML all of whose text is the article's, but for what the document itself tells
apart (``page``): notes, running heads, tracked deletions. Quotes, lists, tables, languages and
spoken forms are then those of pages.
"""
