"""How an object storage is reached: which host, region and key, and who said so."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from audiopress.errors import ConfigError

__all__ = ["StorageAccess", "check_keys", "find_access"]

_KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
"""Variables of the environment that hold a key."""

_LENT = (
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_SKIP_SIGNATURE",
)
"""Variables by which CI and cloud machines lend one, or say that none is needed."""

_ADDRESS = re.compile(r"https?://[^/?#\s]+")
"""How the address of a server begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageAccess:
    """How a storage is reached: ``place`` is the bucket's name for people.

    ``endpoint_from`` and ``region_from`` name the setting or variable that said so, and are empty
    where nobody has; ``again`` is the next command.
    """

    place: str
    endpoint: str = ""
    endpoint_from: str = ""
    region: str = ""
    region_from: str = ""
    again: str = "run the same command again"

    @property
    def host(self) -> str:
        """The host that is asked, with its port."""
        # Somebody may have written a password before it.
        said = urlsplit(self.endpoint).netloc.rpartition("@")[2]
        return said or f"s3.{self.region}.amazonaws.com"

    def name_endpoint(self) -> str:
        """Return where it was said which host this is."""
        if self.endpoint:
            return f"{self.endpoint_from} says {urlsplit(self.endpoint).scheme}://{self.host}"
        return "no endpoint is set (endpoint under [deploy], or AWS_ENDPOINT_URL): it is Amazon's"

    def name_region(self, right: str) -> str:
        """Return where the region was said, and with ``right`` what it should be."""
        said = f"{self.region_from} says {self.region}" if self.region_from else "no region is set"
        mend = f': region = "{right}" under [deploy], or AWS_REGION={right}' if right else ""
        return f"{said}{mend or ' (region under [deploy], or AWS_REGION)'}"


def find_access(place: str, region: str, endpoint: str, again: str) -> StorageAccess:
    """Return where the storage is and who said so: the settings, else the environment."""
    region_from, endpoint_from = "region under [deploy]", "endpoint under [deploy]"
    if not region:
        # Else the one that other servers ignore.
        region_from, region = _find_variable("AWS_REGION", "AWS_DEFAULT_REGION")
    if not endpoint:
        endpoint_from, endpoint = _find_variable("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
    if endpoint and not _ADDRESS.match(endpoint):
        raise ConfigError(
            f"{endpoint_from} is no address of a server",
            where=f"{endpoint_from}={endpoint}" if "@" not in endpoint else endpoint_from,
            hint=f"export {endpoint_from}=https://s3.example.org",
        )
    return StorageAccess(
        place=place,
        endpoint=endpoint,
        endpoint_from=endpoint_from,
        region=region or "us-east-1",
        region_from=region_from,
        again=again,
    )


def _find_variable(*names: str) -> tuple[str, str]:
    """Return the first of these variables that has a value, and that; else nothing."""
    return next(((name, value) for name in names if (value := os.environ.get(name))), ("", ""))


def check_keys(where: str) -> None:
    """Refuse to begin without a key: else a machine of the cloud would be asked for one, slowly."""
    if all(map(os.environ.get, _KEYS)) or any(map(os.environ.get, _LENT)):
        return
    missing = " and ".join(key for key in _KEYS if not os.environ.get(key))
    raise ConfigError(
        f"the environment has no key for the storage: {missing} is not set"
        if " and " not in missing
        else f"the environment has no key for the storage: {missing} are not set",
        where=where,
        hint=f"export {_KEYS[0]}=... {_KEYS[1]}=...",
    )
