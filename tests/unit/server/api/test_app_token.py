"""Who may ask: the token of a request is held against those of the service."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from starlette.requests import Request

from audiopress.server.api.answers import ProblemError
from audiopress.server.api.app import ServiceParts, _ServiceRoutes
from audiopress.server.api.credentials import Credentials


@pytest.mark.parametrize(
    "token", ["c4nary-token-of-the-api", "Rübezahl läuft über Brücken", "voilà, voilà, voilà"]
)
def test_a_token_is_compared_by_its_bytes(token):
    parts = ServiceParts(
        credentials=Credentials(token=(token.encode(),)),
        queue=cast("Any", None),
        worker=cast("Any", None),
        output=Path(),
    )
    check = _ServiceRoutes(parts)._check_token  # noqa: SLF001 - the one place where it is read
    for given in (token, f" {token}  "):
        header = (b"authorization", f"Bearer {given}".encode())
        check(Request({"type": "http", "headers": [header]}))
    for wrong in (token[:-1], token + "x", ""):
        header = (b"authorization", f"Bearer {wrong}".encode())
        with pytest.raises(ProblemError):
            check(Request({"type": "http", "headers": [header]}))
