"""The preview server, and a small one: what is in ``output/``, as a podcast host must serve it.

``ranges`` reads the Range header, ``media_types`` knows types and headers, ``static`` finds,
hashes and sends, ``preview_address`` lets a preview name where it is served, ``run`` listens. TLS,
limits and heavy traffic belong to nginx or a CDN; ``docs/hosting.md`` says what those must do.
"""

from audiopress.server.run import run
from audiopress.server.static import create_app

__all__ = ["create_app", "run"]
