"""audiopress: a build system for sound.

Articles go in, an edition you can listen to comes out: a podcast feed, an MP3 with transcript
and chapters for each article, and pages with a player, all as static files. Everything is
spoken on your own machine. Articles are the sources, paragraphs the units of compilation, a
cache of segments the object store, and the feed is the link step that is committed last.

The rooms, imports go downwards only::

    cli | server
    press                      the corridor: read, plan, speak, bind, ship
    workers | config | plugins
    sources | engines | publish | store | text | audio
    voices | net | identity | keys | hands
    model
    errors

Start reading at `audiopress.model` (the values) and `audiopress.press` (the road).
"""

from audiopress.errors import AudiopressError

__all__ = ["AudiopressError", "__version__"]

__version__ = "0.1.0"
