"""One edition: what it holds, what each article needs, what is published of it.

::

    open_edition     cache, ledger, show files and music of one run
    kept_voice       the voice of an edition that has published and names none
    language_voices  who speaks an article in another language, `companions` in another variety
    missing_voices   what a voice lacks on this machine, and what helps
    planner          sources -> orders: one an article, with what must be spoken for it
    order            an order, and the outcomes that it may have
    notes            what a person should know of, although nothing failed
    told             what the last build told already
    clock            notes on dates and a machine's clock that cannot both be right
    publication      an order whose segments are ready -> its files; then the show
    versions         which version an article's recording is: one that was published, or a new one
    recipe           what is heard and told in a version, as a digest
    receipts         what an article's files were made from, so that an unchanged one costs nothing
    show_files       what stands around the episodes, the feed last
    cover            the show's picture
"""
