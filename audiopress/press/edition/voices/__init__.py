"""Who speaks an edition's articles: what is named, installed, kept from before, or missing.

::

    kept_voice       the voice of an edition that has published and names none
    language_voices  who speaks an article in another language
    companions       who joins the body's voice in another variety of its language
    language_notes   notes on voices that nobody named
    missing_voices   what a voice lacks on this machine, and what helps
"""
