"""The newsroom's service: articles come in, jobs are told of, what is published goes out beside it.

``credentials`` reads who may ask, ``signatures`` knows who has sent a webhook and ``announced``
which article it is about, ``articles`` what is to be built. ``app`` has the routes, ``answers`` how
they answer, ``watched`` what is around them all: hosts, figures, log.
"""

from audiopress.server.api.app import ServiceParts, create_service
from audiopress.server.api.credentials import Credentials, read_credentials

__all__ = ["Credentials", "ServiceParts", "create_service", "read_credentials"]
