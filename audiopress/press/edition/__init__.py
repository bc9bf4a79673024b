"""One edition: what it holds, what each article needs, what is published of it.

::

    open_edition     cache, ledger, show files and music of one run
    promises         what the ledger says at the start of a run
    related_records  of a large ledger only what some articles have to do with
    voices/          who speaks: the voice kept, one for another language, what one lacks
    planning/        sources -> orders: one an article, with what must be spoken for it
    around/          what is published, and which files around it are made again
    publishing/      an order whose segments are ready -> its files; then the show, the feed last
    gone_pages       what is published though its page answered that it is gone
    notes            what a person should know of, although nothing failed
    told             what the last build told already
    date_remedies    how an article without a date gets one, by the kind of its file
    clock            notes on dates and a machine's clock that cannot both be right
"""
