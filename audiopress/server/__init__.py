"""The preview server, and a small one: what is in ``output/``, as a podcast host must serve it.

``ranges`` reads the Range header, ``static`` finds,
hashes and sends, ``preview_address`` lets an edition name where it is served, ``lan`` knows where
a phone finds this machine, ``run`` listens, ``slow_requests`` ends what does not arrive. TLS,
limits and heavy traffic belong to nginx or a CDN; ``docs/hosting.md`` says what those must do.

``service`` is the newsroom's (``serve --api``): ``api`` has its routes, ``jobs`` its queue.
"""

from audiopress.server.lan import LanAddress, list_lan_addresses
from audiopress.server.preview_address import list_feeds
from audiopress.server.run import run, serve_lan
from audiopress.server.service import serve_newsroom
from audiopress.server.static import create_app

__all__ = [
    "LanAddress",
    "create_app",
    "list_feeds",
    "list_lan_addresses",
    "run",
    "serve_lan",
    "serve_newsroom",
]
