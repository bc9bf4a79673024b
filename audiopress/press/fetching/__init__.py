"""What fetching the sources needs beside the sources themselves.

::

    books           books, taken apart into chapters
    missing_files   names of files that do not exist, before anything is served
    plugin_sources  the sources of other packages, held to their contract
    site_feeds      which feed stands for a page that somebody named
"""
