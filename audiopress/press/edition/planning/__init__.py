"""What an edition needs: its articles become orders, and each recording its version.

::

    planner   sources -> orders: one an article, and what is to be told of them
    orders    what is to be done for each article, with what must be spoken for it
    inputs    what an article's files are made from, as a digest
    order     an order, and the outcomes that it may have
    passages  how an article is spoken: as voices are today, or as they were when it was published
    versions  which version an article's recording is: one that was published, or a new one
    review    which versions wait until somebody has heard them
    recipe    what is heard and told in a version, as a digest
    receipts  what an article's files were made from, so that an unchanged one costs nothing
    untold    articles of which nothing but a headline is left
"""
