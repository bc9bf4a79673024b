"""The rule by which a bucket lets players on other sites read what lies in it.

It is printed and not set: storage keeps one list of rules for a bucket, and to set it would take
away what others have written there; and a key that deploys should not be allowed to.
"""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

from audiopress.publish.file_headers import ALWAYS

if TYPE_CHECKING:
    from audiopress.settings import Settings
    from audiopress.settings.deploy_table import DeployTarget

__all__ = ["name_cors_command", "write_cors_rule"]

_KEPT_SECONDS = 3600
"""Seconds that a browser may remember the answer: an hour, so that a mistake is soon mended."""


def write_cors_rule() -> str:
    """Return the rule as Amazon S3, Cloudflare R2 and their like take it, as JSON."""
    rule = {
        "AllowedOrigins": [ALWAYS["Access-Control-Allow-Origin"]],
        "AllowedMethods": ["GET", "HEAD"],
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ALWAYS["Access-Control-Expose-Headers"].split(", "),
        "MaxAgeSeconds": _KEPT_SECONDS,
    }
    return json.dumps({"CORSRules": [rule]}, indent=1)


def name_cors_command(target: DeployTarget, settings: Settings) -> str:
    """Return the command that sets the rule, out of a file ``cors.json``, or what to do instead."""
    if target.kind != "s3":
        return "the web server sends the headers that are listed in docs/hosting.md"
    words = ["aws", "s3api", "put-bucket-cors", "--bucket", target.bucket]
    if settings.deploy.endpoint:
        words += ["--endpoint-url", settings.deploy.endpoint]
    return shlex.join([*words, "--cors-configuration", "file://cors.json"])
