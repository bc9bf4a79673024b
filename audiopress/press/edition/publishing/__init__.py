"""What an edition ships: its files and what stands around them, the feed last.

::

    publication  an order whose segments are ready -> its files; then the show
    show_files   artwork, player, pages and the feed
    cover        the show's picture
    removal      what goes when an article was withdrawn
"""
