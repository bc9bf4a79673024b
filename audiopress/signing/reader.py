"""The manifest of a file, read back: what it says, who signed it, and whether the file still fits.

Nothing that signing has left in memory or on disk is asked: only the bytes of the file.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from typing import Any, Final

from audiopress.signing.claim import GENERATED, NARRATION
from audiopress.signing.extra import import_c2pa, make_context

__all__ = ["Signature", "read_signature"]

_UNTRUSTED: Final = "signingCredential.untrusted"
"""What C2PA says of a signer who is on no list of trust. We have none, so it is said and no fault:
that the file is as it was signed does not hang on it."""

_REASONS: Final = {
    "assertion.dataHash.mismatch": "its bytes are not those that were signed",
    "assertion.hashedURI.mismatch": "what the manifest says was changed after it was signed",
    "claimSignature.mismatch": "the signature is not one of this manifest",
    "claimSignature.outsideValidity": "the certificate has run out, and no time stamp says when "
    "it was signed",
    "signingCredential.expired": "the certificate has run out",
}
"""The commonest of C2PA's words for a failure (C2PA 2.2, 15.2.2), in ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A manifest: by whom it is, what is wrong with it, and what it says.

    ``faults`` are empty where file and manifest belong together. ``trusted`` is whether the signer
    is on a list of trust, ``generated`` whether the sound is said to be made by a model;
    ``narration`` is our own assertion, empty in manifests of others.
    """

    signer: str
    faults: tuple[str, ...] = ()
    trusted: bool = False
    generated: bool = False
    time: str = ""
    title: str = ""
    narration: dict[str, Any] = field(default_factory=dict)


def read_signature(data: bytes) -> Signature | None:
    """Return the signature of an MP3, ``None`` where it has no manifest.

    One that cannot be read has faults. Needs the extra audiopress[sign].
    """
    c2pa = import_c2pa()
    try:
        with (
            make_context(c2pa) as context,
            c2pa.Reader("audio/mpeg", io.BytesIO(data), context=context) as reader,
        ):
            return _describe(json.loads(reader.json()))
    except c2pa.C2paError.ManifestNotFound:
        return None
    except c2pa.C2paError as error:
        return Signature(signer="", faults=(f"the manifest cannot be read: {error}",))


def _describe(store: dict[str, Any]) -> Signature:
    manifest = store.get("manifests", {}).get(store.get("active_manifest"), {})
    info = manifest.get("signature_info", {})
    said = {each.get("label"): each.get("data") for each in manifest.get("assertions", [])}
    narration = said.get(NARRATION)
    codes = _list_failures(store)
    return Signature(
        signer=_name_signer(info),
        faults=tuple(dict.fromkeys(_explain(each) for each in codes if each != _UNTRUSTED)),
        trusted=_UNTRUSTED not in codes,
        generated=_says_generated(said),
        time=info.get("time") or "",
        title=manifest.get("title") or "",
        narration=narration if isinstance(narration, dict) else {},
    )


def _list_failures(store: dict[str, Any]) -> list[str]:
    """Return C2PA's codes of what is wrong with any manifest of the file."""
    results = store.get("validation_results", {})
    parts = [results.get("activeManifest", {})]
    parts += [each.get("validationDeltas", {}) for each in results.get("ingredientDeltas", [])]
    found = [str(each.get("code")) for part in parts for each in part.get("failure", [])]
    # A state without a reason is no state to rely on.
    sure = store.get("validation_state") in ("Valid", "Trusted")
    return found if found or sure else ["no result"]


def _explain(code: str) -> str:
    return _REASONS.get(code, f"does not hold ({code})")


def _name_signer(info: dict[str, Any]) -> str:
    """Return who signed, as the certificate says it: a name, and of which organisation."""
    name, issuer = info.get("common_name") or "", info.get("issuer") or ""
    return ", ".join(dict.fromkeys(each for each in (name, issuer) if each)) or "a nameless signer"


def _says_generated(said: dict[Any, Any]) -> bool:
    actions = (said.get("c2pa.actions.v2") or said.get("c2pa.actions") or {}).get("actions", [])
    return any(each.get("digitalSourceType") == GENERATED for each in actions)
