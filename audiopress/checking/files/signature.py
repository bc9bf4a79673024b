"""The signature of a sound file: verified where the extra audiopress[sign] is, and never guessed.

A manifest stands in a GEOB frame of the tag (C2PA 2.2, A.3.4), which is looked for here: whether a
file claims to be signed is known without the extra, whether it is so is not.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from audiopress.checking.files.tag import SIGNATURE
from audiopress.signing.extra import INSTALL, is_there

if TYPE_CHECKING:
    from audiopress.checking.files.tag import Tag
    from audiopress.checking.receipt import Receipt
    from audiopress.checking.version import Version
    from audiopress.signing.reader import Signature

__all__ = ["look_at_signature", "look_at_version"]


def is_signed(tag: Tag) -> bool:
    """Whether the tag has a manifest, of whatever worth."""
    return any(kind.startswith(SIGNATURE) for kind in tag.objects)


def look_at_signature(receipt: Receipt, name: str, data: bytes, tag: Tag) -> None:
    """Note of one file by whom it is signed, and what is wrong with that."""
    if not is_signed(tag):
        receipt.look("signed", name, "", "no")
        return
    if not is_there():
        receipt.pass_by("signed", name, f"a manifest is there; {INSTALL}")
        return
    signature = _read(data)
    fault = _describe_faults(signature)
    receipt.look("signed", name, fault, f"by {_describe_signer(signature)}")
    if signature.generated:
        receipt.look("signed as", name, "", "sound that a model has generated")


def look_at_version(receipt: Receipt, version: Version) -> None:
    """Note what is wrong with the signature of an edition's file, if it has one."""
    if not is_signed(version.tag):
        return
    if not is_there():
        receipt.pass_by("signature", version.path, f"needs {INSTALL}")
        return
    signature = _read(version.sound)
    fault = _describe_faults(signature) or _compare(signature, version)
    if not fault and not signature.generated:
        fault = "does not say that a model has generated the sound"
    receipt.look("signature", version.path, fault, f"by {_describe_signer(signature)}")


def _read(data: bytes) -> Signature:
    from audiopress.signing.reader import (  # noqa: PLC0415 - loads the extra
        Signature,
        read_signature,
    )

    found = read_signature(data)
    return found or Signature(signer="", faults=("the manifest cannot be read",))


def _describe_faults(signature: Signature) -> str:
    return "; ".join(signature.faults)


def _describe_signer(signature: Signature) -> str:
    trust = "" if signature.trusted else " (as the certificate says; no list of trust is asked)"
    time = f", {signature.time}" if signature.time else ""
    return f"{signature.signer}{trust}{time}"


def _compare(signature: Signature, version: Version) -> str:
    """Say how the signed record of what is said differs from the files beside the sound."""
    told = signature.narration
    if not told:
        return ""
    if told.get("guid") != version.item.text("guid"):
        return f"was signed for another article: {told.get('title')}"
    # Where a correction is not heard, its texts lie beside a sound that was signed before.
    if not version.path.startswith(version.folder):
        return ""
    signed = [each.get("sha256") for each in told.get("paragraphs", [])]
    shown = [
        hashlib.sha256(str(each.get("source")).encode()).hexdigest() for each in version.paragraphs
    ]
    return "" if signed == shown else "was signed for other paragraphs than alignment.json has"
