"""Joined editions: one episode of articles that are published already, none spoken again.

::

    choice     which articles an edition holds, and which day's it is; pure
    parts      an article as it was published: its passages, from its files and the cache
    bridges    the few new lines around them: title, notice, contents
    orders     all of it as an order, as an article has one
    retention  which ones have had their time
"""
