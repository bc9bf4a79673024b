"""Document to article: what the story of a page or file is, and what around it is not.

``extract`` chooses the reader by media type (``formats``); ``html`` finds the story in a page,
``metadata`` reads what the page says of itself, ``wording`` knows lines by their words, and
``cleaning`` leaves out what a newsreader would skip, each block with its reason. Nothing here
knows how a text is spoken: that is `audiopress.speaking`.
"""
