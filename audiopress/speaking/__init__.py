"""Article to script: who says what, and the words that are said for what is written.

``script`` casts the blocks, ``opening`` says who wrote them and when, ``normalize`` turns written
text into spoken forms (text normalization), ``lexicon`` knows how names are said. Nothing here
knows where a text came from: that is `audiopress.reading`.
"""
