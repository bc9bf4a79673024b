"""The stable name of an episode: which version is current, its files, and what is shown of it.

A player reads it before anybody listens; the paragraphs in ``alignment.json`` are forty times as
much, and come when they are needed.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from audiopress.publish.sanitize import choose_title, clean_text, clean_url, encode_json
from audiopress.publish.timed.alignment import to_seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Correction, Episode

__all__ = ["write_episode_json"]


def write_episode_json(
    episode: Episode, peaks: bytes | None = None, corrections: Sequence[Correction] = ()
) -> bytes:
    """Return ``episode.json``; file names are relative to the folder it lies in.

    ``peaks`` are the waveform's loudest points, one byte each, as in ``alignment.json``;
    ``corrections`` say when and where it was corrected, and not what it said before.
    """
    version = episode.folder.removeprefix(episode.home)
    record: dict[str, object] = {
        "version": 1,
        "id": episode.id,
        "guid": episode.guid,
        "title": choose_title(episode),
        "byline": clean_text(episode.byline),
        "language": episode.language,
        "url": clean_url(episode.url),
        "published": episode.published.isoformat(),
        "changed": episode.changed.isoformat(),
        "key": episode.key,
        "duration": to_seconds(episode.samples, episode.rate),
        "aiNarrated": True,
        "audio": {
            "src": episode.enclosure.path.removeprefix(episode.home),
            "length": episode.enclosure.length,
            "type": episode.enclosure.media_type,
            **({"sha256": episode.sound_digest} if episode.sound_digest else {}),
        },
        "page": "index.html",
        "alignment": f"{version}alignment.json",
        "transcripts": {
            "text/vtt": f"{version}transcript.vtt",
            "application/x-subrip": f"{version}transcript.srt",
            "application/json": f"{version}transcript.json",
        },
        "chapters": f"{version}chapters.json" if episode.chapters else None,
    }
    if corrections:
        record["corrections"] = [
            {
                "at": one.at.isoformat(),
                "paragraphs": list(one.paragraphs),
                "removed": one.removed,
                "sound": one.sound,
            }
            for one in corrections
        ]
    if peaks is not None:
        record["peaks"] = base64.b64encode(peaks).decode("ascii")
    return encode_json(record, indent=2)
