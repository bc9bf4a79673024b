"""A reader of C2PA manifests in MP3 files that shares nothing with the one that signs.

The frame by ID3v2.4 (https://id3.org/id3v2.4.0-structure), the boxes by ISO 19566-5, CBOR by RFC
8949, the signature by COSE (RFC 9052), the digest by hashlib: enough of each for what is signed.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

HEAD = 10


@dataclass(frozen=True)
class Manifest:
    """What stands in a file: its boxes by label, where the store lies, the file's bytes."""

    data: bytes
    store: tuple[int, int]
    boxes: dict[str, bytes]

    def assertion(self, label: str) -> Any:
        return decode(next(body for name, body in self.boxes.items() if name.endswith(label)))


def synchsafe(four: bytes) -> int:
    return sum(byte << shift for byte, shift in zip(four, (21, 14, 7, 0), strict=True))


def find_object(data: bytes) -> tuple[int, int]:
    """Return where the bytes of the enclosed object begin and end."""
    assert data[:4] == b"ID3\x04"
    at, end = HEAD, HEAD + synchsafe(data[6:HEAD])
    while at < end:
        name, size = data[at : at + 4], synchsafe(data[at + 4 : at + 8])
        body = data[at + HEAD : at + HEAD + size]
        if name == b"GEOB":
            media_type, rest = body[1:].split(b"\0", 1)
            assert media_type == b"application/c2pa"
            _file, _told, _ = rest.split(b"\0", 2)
            begin = 1 + len(media_type) + 1 + len(_file) + 1 + len(_told) + 1
            return at + HEAD + begin, at + HEAD + size
        at += HEAD + size
    raise AssertionError("no object in the tag")


def read_manifest(data: bytes) -> Manifest:
    begin, end = find_object(data)
    boxes: dict[str, bytes] = {}
    walk(data[begin:end], "", boxes)
    return Manifest(data, (begin, end), boxes)


def walk(body: bytes, path: str, found: dict[str, bytes]) -> None:
    """Note the content of each box by the labels above it."""
    label = path
    while body:
        size, kind = struct.unpack(">I4s", body[:8])
        inside = body[8:size]
        if kind == b"jumd":
            label = f"{path}/{inside[17:].split(bytes(1), 1)[0].decode()}"
        elif kind == b"jumb":
            walk(inside, label, found)
        elif kind in (b"cbor", b"json", b"bidb"):
            found[label] = inside
        body = body[size:]


def find_super(body: bytes, label: str, path: str = "") -> bytes:
    """Return the content of the box of boxes with this label: what a hashed address digests."""
    while body:
        size, kind = struct.unpack(">I4s", body[:8])
        inside = body[8:size]
        if kind == b"jumb":
            first = struct.unpack(">I", inside[:4])[0]
            name = inside[8 + 17 : first].split(bytes(1), 1)[0].decode()
            if name == label:
                return inside
            if found := find_super(inside[first:], label):
                return found
        body = body[size:]
    return b""


def check_bytes(manifest: Manifest) -> bool:
    """Whether the file is the one that was signed (C2PA 2.2, 9.2 and 18.5: ``c2pa.hash.data``)."""
    told = manifest.assertion("/c2pa.hash.data")
    assert told["alg"] == "sha256"
    digest, at = hashlib.sha256(), 0
    for part in told["exclusions"]:
        # Nothing but the store of manifests may be left out, or anything could be changed there.
        assert (part["start"], part["start"] + part["length"]) == manifest.store
        digest.update(manifest.data[at : part["start"]])
        at = part["start"] + part["length"]
    digest.update(manifest.data[at:])
    return digest.digest() == told["hash"]


def check_assertions(manifest: Manifest) -> bool:
    """Whether each assertion is the one that the claim names, by its digest."""
    claim = manifest.assertion("/c2pa.claim.v2")
    store = manifest.data[slice(*manifest.store)]
    named = claim["created_assertions"] + claim.get("gathered_assertions", [])
    assert len(named) >= 3
    for each in named:
        body = find_super(store, each["url"].rpartition("/")[2])
        if hashlib.sha256(body).digest() != each["hash"]:
            return False
    return True


def check_signature(manifest: Manifest) -> x509.Certificate:
    """Return who signed the claim; raises ``InvalidSignature``."""
    protected, unprotected, payload, signature = manifest.assertion("/c2pa.signature")
    assert payload is None  # the claim, which stands elsewhere
    claim = next(body for name, body in manifest.boxes.items() if name.endswith("/c2pa.claim.v2"))
    header = decode(protected)
    assert header[1] == -7  # ES256 (RFC 9053, 2.1)
    chain = header.get(33) or unprotected.get(33)
    certificate = x509.load_der_x509_certificate(chain[0] if isinstance(chain, list) else chain)
    signed = encode(["Signature1", protected, b"", claim])
    half = len(signature) // 2
    numbers = (int.from_bytes(part, "big") for part in (signature[:half], signature[half:]))
    key = certificate.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    key.verify(utils.encode_dss_signature(*numbers), signed, ec.ECDSA(hashes.SHA256()))
    return certificate


def encode(values: list[str | bytes]) -> bytes:
    """Return a list of texts and bytes in CBOR."""
    out = bytes([0x80 + len(values)])
    for value in values:
        body, kind = (value, 0x40) if isinstance(value, bytes) else (value.encode(), 0x60)
        size = len(body)
        if size < 24:
            out += bytes([kind + size])
        elif size < 1 << 8:
            out += bytes([kind + 24, size])
        else:
            out += bytes([kind + 25]) + size.to_bytes(2, "big")
        out += body
    return out


def decode(body: bytes) -> Any:
    return decode_at(body, 0)[0]


def decode_at(body: bytes, at: int) -> tuple[Any, int]:
    """Return a value of CBOR and where the next one begins."""
    kind, number = body[at] >> 5, body[at] & 31
    at += 1
    if kind == 7:
        return {20: False, 21: True, 22: None}[number], at
    if number in (24, 25, 26, 27):
        width = 1 << (number - 24)
        number, at = int.from_bytes(body[at : at + width], "big"), at + width
    if kind in (0, 1):
        return (number if kind == 0 else -1 - number), at
    if kind in (2, 3):
        part = body[at : at + number]
        return (part if kind == 2 else part.decode()), at + number
    return decode_items(body, at, kind, number)


def decode_items(body: bytes, at: int, kind: int, number: int) -> tuple[Any, int]:
    """Return a list, a table, or what a tag marks."""
    items = []
    for _ in range({4: number, 5: 2 * number, 6: 1}[kind]):
        item, at = decode_at(body, at)
        items.append(item)
    if kind == 5:
        return dict(zip(items[::2], items[1::2], strict=True)), at
    return (items if kind == 4 else items[0]), at
