"""Segments become the files of one version. Pure: bytes of frames are read when they are written.

The key of a version is made of all its files, so a folder that carries it never changes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.audio.episode import length, stream
from audiopress.audio.peaks import peaks
from audiopress.audio.tags import tag
from audiopress.audio.timeline import Piece, Plan, lay
from audiopress.errors import StoreError
from audiopress.model import Enclosure, Episode, Frames, Timeline
from audiopress.publish.pages.oembed import write_oembed
from audiopress.publish.timed.alignment import write_alignment
from audiopress.publish.timed.captions import write_srt, write_transcript_json, write_vtt
from audiopress.publish.timed.chapters import write_chapters
from audiopress.publish.timed.episode_json import write_episode_json
from audiopress.speaking.source_spans import find_source_spans
from audiopress.store.keys import digest, episode_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from audiopress.model import Show, Sound, Voice
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.music import ShowMusic
    from audiopress.press.steps.plan import Passage
    from audiopress.press.steps.speak import ReadySegment

__all__ = ["BoundEpisode", "bind_episode"]

Spans = list[tuple[tuple[int, int] | None, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundEpisode:
    """One version, ready to be shipped.

    ``sidecars`` lie beside the sound in the immutable folder, `pages` are the stable names.
    """

    show: Show
    sound: Sound
    episode: Episode
    timeline: Timeline
    sidecars: dict[str, bytes]
    plan: Plan
    tag: bytes
    read: Callable[[Frames], bytes | None]

    def stream_media(self) -> Iterator[bytes]:
        """Yield the MP3 in pieces."""
        yield self.tag
        yield from stream(self.plan, self.sound, self._frames)

    def _frames(self, frames: Frames) -> bytes:
        body = self.read(frames)
        if body is None:
            hint = "run the same command again: it is spoken once more"
            raise StoreError("a cached segment was damaged just now", where=frames.key, hint=hint)
        return body

    def render_pages(self, *, corrected: bool) -> dict[str, bytes]:
        """Return the stable files of the episode, by their path below the output folder.

        ``corrected`` is whether another version was published before this one.
        """
        from audiopress.publish.pages import render  # noqa: PLC0415 - imports jinja2

        home, changed = self.episode.home, self.episode.changed if corrected else None
        page = render.render_episode_page(self.show, self.episode, self.timeline, corrected=changed)
        return {
            f"{home}index.html": page,
            f"{home}embed.html": render.render_embed_page(self.show, self.episode),
            f"{home}oembed.json": write_oembed(self.show, self.episode),
            f"{home}episode.json": write_episode_json(self.episode),
        }


def bind_episode(  # noqa: PLR0913 - what a version is made of
    show: Show,
    sound: Sound,
    entry: RegisteredArticle,
    prepared: Sequence[tuple[Passage, ReadySegment]],
    *,
    music: ShowMusic,
    cover: bytes,
    read: Callable[[Frames], bytes | None],
) -> BoundEpisode:
    """Bind one article whose segments are ready; ``music`` stands around the speech."""
    speech = [
        Piece(frames=done.frames, utterance=item.utterance, segment=done.segment)
        for item, done in prepared
    ]
    pieces = [*music.before(), music.under(speech[0]), *speech[1:], *music.after()]
    timeline, plan = lay(pieces, sound)
    shape = bytes(peaks(pieces, plan))
    draft = _draft(entry, timeline, prepared)
    header = tag(draft, timeline, show, cover)
    spans = _spans(timeline)
    files = _sidecars(draft, timeline, spans, shape)
    key = episode_key({"sound": _sound_digest(header, plan, sound)} | _digests(files))
    episode = _placed(draft, key, len(header) + length(plan, sound))
    return BoundEpisode(
        show=show,
        sound=sound,
        episode=episode,
        timeline=timeline,
        sidecars=files | _named(episode, timeline, spans, shape),
        plan=plan,
        tag=header,
        read=read,
    )


def _draft(
    entry: RegisteredArticle, timeline: Timeline, prepared: Sequence[tuple[Passage, ReadySegment]]
) -> Episode:
    """Return the episode without its key, and so without its place."""
    article, record = entry.manuscript.article, entry.record
    said = [item.utterance for item, _ in prepared]
    paragraphs = [item.source for item in said if item.role not in ("headline", "opening")]
    voices = dict.fromkeys(_narrator(item.line.voice) for item, _ in prepared)
    return Episode(
        id=record.id,
        guid=record.guid,
        slug=record.slug,
        key="",
        title=article.title,
        summary=article.standfirst or next(iter(paragraphs), article.title),
        published=record.published,
        changed=record.published,
        language=article.language,
        enclosure=Enclosure(path=f"{record.slug}.mp3", length=0),
        rate=timeline.rate,
        samples=timeline.samples,
        byline=article.byline,
        section=article.section,
        url=entry.manuscript.identity.url,
        image=article.image,
        narrators=tuple(voices),
        chapters=bool(timeline.chapters),
        words=sum(len(item.source.split()) for item in said),
    )


def _narrator(voice: Voice) -> str:
    """Return what people are told a voice is called: "Joe", not the name of its manifest."""
    name, colon, _ = voice.title.partition(":")
    return name if colon else voice.name


def _placed(draft: Episode, key: str, size: int) -> Episode:
    episode = replace(draft, key=key)
    path = f"{episode.folder}{episode.slug}.mp3"
    return replace(episode, enclosure=Enclosure(path=path, length=size))


def _sidecars(episode: Episode, timeline: Timeline, spans: Spans, shape: bytes) -> dict[str, bytes]:
    files = _named(episode, timeline, spans, shape) | {
        "transcript.vtt": write_vtt(timeline, spans=spans),
        "transcript.srt": write_srt(timeline, spans=spans),
        "transcript.json": write_transcript_json(timeline, spans=spans),
    }
    if timeline.chapters:
        files["chapters.json"] = write_chapters(episode, timeline)
    return files


def _named(episode: Episode, timeline: Timeline, spans: Spans, shape: bytes) -> dict[str, bytes]:
    """Return the one sidecar that names its version."""
    return {"alignment.json": write_alignment(episode, timeline, spans=spans, peaks=shape)}


def _spans(timeline: Timeline) -> Spans:
    """Map every spoken word to the characters of the source that it reads aloud."""
    return [
        find_source_spans(
            cue.utterance.source,
            cue.utterance.spoken,
            [(word.at, word.to) for word in cue.words],
        )
        for cue in timeline.cues
    ]


def _digests(files: dict[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}


def _sound_digest(header: bytes, plan: Plan, sound: Sound) -> str:
    """Digest of the MP3 without reading its frames: they are named by theirs."""
    joints = [[joint.silence, joint.frames.digest] for joint in plan.joints]
    settings = [sound.rate, sound.bitrate]
    return digest([hashlib.sha256(header).hexdigest(), joints, plan.tail, settings])
