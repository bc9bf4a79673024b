"""Segments become the files of one version. Pure: bytes of frames are read when they are written.

First a `Recording`, which is what is heard and told; then, with an `Imprint`, the files. So the
files of an older version can be made again with the imprint that they had.

The key of a version is made of all its files, so a folder that carries it never changes. The one
file that names the key itself, the alignment, goes into the key as it is without.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.audio.episode import count_bytes, stream_bytes
from audiopress.audio.peaks import draw_waveform
from audiopress.audio.tags import make_tag
from audiopress.audio.timeline import Clip, FramePlan, lay_out
from audiopress.errors import StoreError
from audiopress.model import Enclosure, Episode, Frames, Imprint, Timeline
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.publish.pages.oembed import write_oembed
from audiopress.publish.timed.alignment import name_key, write_alignment
from audiopress.publish.timed.captions import write_captions
from audiopress.publish.timed.chapters import write_chapters
from audiopress.publish.timed.episode_json import write_episode_json
from audiopress.speaking.notices import has_notice_ahead
from audiopress.speaking.source_spans import find_source_spans
from audiopress.store.keys import digest, episode_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from audiopress.model import Chapter, Correction, Music, Show, Sound, Utterance
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.music import ShowMusic
    from audiopress.press.steps.plan import Passage
    from audiopress.press.steps.speak import ReadySegment

__all__ = ["BoundEpisode", "Break", "Recording", "lay_out_episode"]

WordSpans = list[tuple[tuple[int, int] | None, ...]]
"""By cue and word: the characters of the source that a word reads aloud, end exclusive, or ``None``
where nothing is written for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where an article of a joined edition begins: its chapter, and what sounds before it."""

    chapter: Chapter
    music: Music | None = None


NO_BREAKS: Mapping[int, Break] = {}
"""Of an article by itself: its chapters are its headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundEpisode:
    """One version, ready to be shipped.

    ``sidecars`` lie beside the sound in the immutable folder, by name; `Recording.render_pages`
    gives the files under stable names. ``tag`` is the head of the MP3, ``heard`` a digest of all of
    that, ``address`` where the edition is served, ``sound`` the way to the folder of the
    version that has the sound, where that is another one.
    """

    recording: Recording
    episode: Episode
    sidecars: dict[str, bytes]
    tag: bytes
    heard: str
    address: str = ""
    sound: str = ""

    def seal(self, tag: bytes, name: str) -> BoundEpisode:
        """Return the version with a signed tag in its own one's place, which the ledger has so."""
        if self.episode.imprint is None:  # what is bound has one
            raise AssertionError(self.episode.id)
        imprint = replace(self.episode.imprint, signature=name)
        return self.recording.bind_behind(tag, imprint, self.address, self.sound)

    def stream_media(self) -> Iterator[bytes]:
        """Yield the MP3 in pieces."""
        yield self.tag
        yield from self.recording.stream_sound()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What is heard of an article, and when, before anybody says whose show it is.

    ``draft`` is the episode without key and place, ``plan`` says which frames follow each other,
    ``shape`` is the waveform; ``read`` gives the bytes of frames, ``None`` where they are damaged:
    a version of hours is never in memory.
    """

    sound: Sound
    draft: Episode
    timeline: Timeline
    plan: FramePlan
    shape: bytes
    spans: WordSpans
    read: Callable[[Frames], bytes | None]

    def bind(
        self,
        imprint: Imprint,
        cover: bytes = b"",
        address: str = "",
        sound: str = "",
        *,
        to_sign: bool = False,
    ) -> BoundEpisode:
        """Return the version that bears ``imprint``; ``cover`` is the picture that it names.

        ``address`` is where the edition is served: chapters with pictures name them by it. One
        ``to_sign`` is sealed afterwards (`BoundEpisode.seal`). ``sound`` is the way to another
        version's folder where the sound is that one's.
        """
        header = make_tag(self.draft, self.timeline, imprint, cover, to_sign=to_sign)
        return self.bind_behind(header, imprint, address, sound)

    def bind_behind(
        self, header: bytes, imprint: Imprint, address: str, sound: str = ""
    ) -> BoundEpisode:
        """Return the version whose MP3 begins with this tag."""
        # What is told of the article in the files; feed and pages tell it as it is today.
        media = Enclosure(path=sound + self.draft.enclosure.path, length=0)
        told = replace(self.draft, url=imprint.url, narrators=imprint.narrators, enclosure=media)
        # The key is made of the files, and the alignment names the key: it is made as if there were
        # none, and named after.
        files = _make_sidecars(told, self.timeline, self.spans, self.shape)
        # Neither clock nor host is in it: the same article gives the same key on every machine.
        heard = _digest_sound(header, self.plan, self.sound)
        key = episode_key({"sound": heard} | _digest_files(files))
        size = len(header) + count_bytes(self.plan, self.sound)
        named = {"alignment.json": name_key(files["alignment.json"], key)}
        if self.timeline.chapters:
            named["chapters.json"] = write_chapters(told, self.timeline, address)
        return BoundEpisode(
            recording=self,
            episode=replace(_place_episode(self.draft, key, size, sound), imprint=imprint),
            sidecars=files | named,
            tag=header,
            heard=heard,
            address=address,
            sound=sound,
        )

    def stream_sound(self) -> Iterator[bytes]:
        """Yield the MP3 without its tag, in pieces."""
        yield from stream_bytes(self.plan, self.sound, self._read_frames)

    def _read_frames(self, frames: Frames) -> bytes:
        body = self.read(frames)
        if body is None:
            hint = "run the same command again: it is spoken once more"
            raise StoreError("a cached segment was damaged just now", where=frames.key, hint=hint)
        return body

    def render_pages(
        self, show: Show, episode: Episode, corrections: Sequence[Correction]
    ) -> dict[str, bytes]:
        """Return the stable files of a version of it, by their path below the output folder.

        ``corrections`` are when and where an earlier version said something else.
        """
        from audiopress.publish.pages import render  # noqa: PLC0415 - imports jinja2

        home = episode.home
        # Not when the version came to be: a new rule for a word makes one of the same words.
        corrected = corrections[-1].at if corrections else None
        page = render.render_episode_page(
            show, episode, self.timeline, corrected=corrected, corrections=corrections
        )
        pages = {
            f"{home}index.html": page,
            f"{home}embed.html": render.render_embed_page(show, episode),
            f"{home}episode.json": write_episode_json(episode, self.shape, corrections),
        }
        # Of a private show no other site is to show anything.
        if not show.private:
            pages[f"{home}oembed.json"] = write_oembed(show, episode)
        return pages


def lay_out_episode(  # noqa: PLR0913 - what an episode is made of, most by name
    sound: Sound,
    registered: RegisteredArticle,
    prepared: Sequence[tuple[Passage, ReadySegment]],
    *,
    music: ShowMusic,
    read: Callable[[Frames], bytes | None],
    breaks: Mapping[int, Break] = NO_BREAKS,
) -> Recording:
    """Return what an article's ready segments make, with the show's ``music`` around the speech.

    ``read`` gives the cached bytes of frames, ``None`` where they are damaged; ``breaks`` are the
    passages at which an article of a joined edition begins.
    """
    pieces = _line_up(prepared, music, breaks)
    timeline, plan = lay_out(pieces, sound)
    return Recording(
        sound=sound,
        draft=_draft_episode(registered, timeline, prepared),
        timeline=timeline,
        plan=plan,
        # Heights are 0 to 100, so a byte holds each.
        shape=bytes(draw_waveform(pieces, plan)),
        spans=_map_words(timeline),
        read=read,
    )


def _line_up(
    prepared: Sequence[tuple[Passage, ReadySegment]], music: ShowMusic, breaks: Mapping[int, Break]
) -> list[Clip]:
    """Return all that sounds, in order: ident, intro, the speech, outro."""
    speech: list[Clip] = []
    for number, (item, done) in enumerate(prepared):
        begins = breaks.get(number)
        if begins and begins.music:
            speech.append(music.make_between(begins.music))
        chapter = begins.chapter if begins else None
        speech.append(
            Clip(
                frames=done.frames,
                utterance=item.utterance,
                segment=done.segment,
                chapter=chapter,
            )
        )
    # There is a first one: an article without a text was refused before (`part_untold`).
    opening = music.lay_under(speech[0])
    return [*music.make_lead_in(), opening, *speech[1:], *music.make_lead_out()]


def _draft_episode(
    registered: RegisteredArticle,
    timeline: Timeline,
    prepared: Sequence[tuple[Passage, ReadySegment]],
) -> Episode:
    """Return the episode without its key, and so without its place."""
    article, record = registered.manuscript.article, registered.record
    said = [item.utterance for item, _ in prepared]
    # A dict and not a set: each once, in the order in which they are heard.
    voices = dict.fromkeys(item.line.voice.narrator for item, _ in prepared)
    credited = dict.fromkeys(
        item.line.voice.attribution for item, _ in prepared if item.line.voice.attribution
    )
    return Episode(
        id=record.id,
        guid=record.guid,
        slug=record.slug,
        key="",
        title=article.title,
        summary=article.standfirst or _choose_summary(said) or article.title,
        published=record.published,
        # A new version gets its own date when it is published, for only then it is known to be new.
        changed=record.published,
        language=article.language,
        # Neither is known before the key; `make_tag` reads neither.
        enclosure=Enclosure(path=f"{record.slug}.mp3", length=0),
        rate=timeline.rate,
        samples=timeline.samples,
        byline=article.byline,
        section=article.section,
        url=registered.manuscript.identity.url,
        image=article.image,
        narrators=tuple(voices),
        credits=tuple(credited),
        chapters=bool(timeline.chapters),
        words=sum(len(item.source.split()) for item in said),
        tags=registered.manuscript.tags,
        source=registered.manuscript.source,
        language_voice=registered.manuscript.language_voice,
        notice="start" if has_notice_ahead(registered.manuscript.script.utterances) else "",
    )


def _choose_summary(said: Sequence[Utterance]) -> str:
    """Return the story's first paragraph, where it has only headings the first of them; or "".

    Not the headline, the byline or the notice of the voice: a feed shows them beside the summary.
    """
    story = [item for item in said if item.role not in ("headline", *SHOW_ROLES)]
    story.sort(key=lambda item: item.role == "heading")
    return story[0].source if story else ""


def _place_episode(draft: Episode, key: str, size: int, sound: str) -> Episode:
    """Return the episode with its key, and so with the folder and address that carry it."""
    episode = replace(draft, key=key)
    folder = episode.home + sound.removeprefix("../") if sound else episode.folder
    path = f"{folder}{episode.slug}.mp3"
    return replace(episode, enclosure=Enclosure(path=path, length=size))


def _make_sidecars(
    episode: Episode, timeline: Timeline, spans: WordSpans, shape: bytes
) -> dict[str, bytes]:
    files = {
        "alignment.json": write_alignment(episode, timeline, spans=spans, peaks=shape),
        **write_captions(timeline, spans=spans),
    }
    if timeline.chapters:
        files["chapters.json"] = write_chapters(episode, timeline)
    return files


def _map_words(timeline: Timeline) -> WordSpans:
    """Map every spoken word to the characters of the source that it reads aloud."""
    return [
        find_source_spans(
            cue.utterance.source,
            cue.utterance.spoken,
            [(word.at, word.to) for word in cue.words],
        )
        for cue in timeline.cues
    ]


def _digest_files(files: dict[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}


def _digest_sound(header: bytes, plan: FramePlan, sound: Sound) -> str:
    """Return a digest of the MP3 without reading its frames: they are named by theirs."""
    joints = [[joint.silence, joint.frames.digest] for joint in plan.joints]
    # They shape the silent frames and the Info frame, which have no digest.
    settings = [sound.rate, sound.bitrate]
    return digest([hashlib.sha256(header).hexdigest(), joints, plan.tail, settings])
