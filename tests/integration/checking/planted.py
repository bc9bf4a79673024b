"""Faults for an edition, planted one at a time: each changes what lies in a folder.

Where a digest or a length alone would tell, those are written anew, so that what is wrong is found
by what it is.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import os
import re
import shutil
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import lameenc
import numpy as np
import soundfile
from mutagen import id3
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["FAULTS", "Fault"]

Plant = "Callable[[Path], None]"


@dataclass(frozen=True)
class Fault:
    """What is planted, and the check that has to name it."""

    plant: Callable[[Path], None]
    check: str


def _feed(old: str, new: str, count: int = 1) -> Callable[[Path], None]:
    """Replace what matches ``old`` in the feed."""

    def plant(folder: Path) -> None:
        path = folder / "feed.xml"
        text = path.read_text("utf-8")
        changed = re.sub(old, new, text, count=count, flags=re.DOTALL)
        assert changed != text, old
        path.write_text(changed, "utf-8")

    return plant


def _name_show(folder: Path) -> None:
    path = folder / "index.html"
    text = path.read_text("utf-8")
    path.write_text(text.replace("</body>", '<a href="shows/sport/">S</a></body>'), "utf-8")


def _version(folder: Path) -> Path:
    """Return the folder of the article that has chapters."""
    (path,) = folder.glob("episodes/tide-mill/*/")
    return path


def _flip_a_bit(folder: Path) -> None:
    """Change the last bit of the last frame: nobody hears it, and no length is another one."""
    (path,) = _version(folder).glob("*.mp3")
    body = bytearray(path.read_bytes())
    body[-1] ^= 1
    path.write_bytes(body)


def _record(name: str, change: Callable[[dict[str, Any]], None]) -> Callable[[Path], None]:
    def plant(folder: Path) -> None:
        path = _version(folder) / name
        record = json.loads(path.read_text("utf-8"))
        change(record)
        path.write_text(json.dumps(record), "utf-8")

    return plant


def _text(name: str, old: str, new: str) -> Callable[[Path], None]:
    def plant(folder: Path) -> None:
        path = _version(folder) / name
        text = path.read_text("utf-8")
        changed = re.sub(old, new, text, count=1)
        assert changed != text, old
        path.write_text(changed, "utf-8")

    return plant


def _bytes(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Change the MP3, and have the feed and the record say its new length."""

    def plant(folder: Path) -> None:
        (path,) = _version(folder).glob("*.mp3")
        before = path.read_bytes()
        after = change(before)
        assert after != before
        path.write_bytes(after)
        for file in (folder / "feed.xml", _version(folder).parent / "episode.json"):
            text = file.read_text("utf-8")
            file.write_text(text.replace(str(len(before)), str(len(after))), "utf-8")

    return plant


def _sound(change: Callable[[np.ndarray, int], np.ndarray]) -> Callable[[Path], None]:
    """Decode, change the samples, and encode again behind the same tag."""

    def again(body: bytes) -> bytes:
        samples, rate = soundfile.read(io.BytesIO(body), dtype="float32")
        changed = change(samples.copy(), rate)
        encoder = lameenc.Encoder()
        encoder.set_bit_rate(96)
        encoder.set_in_sample_rate(rate)
        encoder.set_channels(1)
        encoder.silence()
        pcm = (np.clip(changed, -1, 1) * 32767).astype("<i2").tobytes()
        return _tag(body) + bytes(encoder.encode(pcm)) + bytes(encoder.flush())

    return _bytes(again)


def _tag(body: bytes) -> bytes:
    size = sum(byte << shift for byte, shift in zip(body[6:10], (21, 14, 7, 0), strict=True))
    return body[: 10 + size]


def _frames(change: Callable[[id3.ID3], object]) -> Callable[[Path], None]:
    """Change frames of the tag, and write it as ID3v2.3 again before the same sound."""

    def again(body: bytes) -> bytes:
        old = _tag(body)
        tag = id3.ID3(io.BytesIO(old), translate=False)
        change(tag)
        file = io.BytesIO()
        tag.save(file, v2_version=3, v1=0, padding=lambda _: 0)
        return file.getvalue() + body[len(old) :]

    return _bytes(again)


def _claim() -> id3.COMM:
    return id3.COMM(encoding=1, lang="eng", desc="", text=["Narrated by Ann Bo."])


def _link_chapter(tag: id3.ID3) -> None:
    tag.getall("CHAP")[0].sub_frames.add(id3.WXXX(encoding=0, desc="", url="https://x.example/"))


def _offset_chapter(tag: id3.ID3) -> None:
    chapter = tag.getall("CHAP")[0]
    chapter.start_offset, chapter.end_offset = 0, 1000


def _turn_contents(tag: id3.ID3) -> None:
    tag.getall("CTOC")[0].child_element_ids.reverse()


def _second(samples: np.ndarray, rate: int, at: float, what: np.ndarray) -> np.ndarray:
    start = int(at * rate)
    samples[start : start + len(what)] = what
    return samples


def _artwork(change: Callable[[Path], object]) -> Callable[[Path], None]:
    """Change the picture of the show, which keeps its name."""

    def plant(folder: Path) -> None:
        change(next(path for path in folder.glob("artwork-*.png") if "-320" not in path.name))

    return plant


def _paint(mode: str, width: int, height: int, colour: str | int) -> Callable[[Path], None]:
    return lambda path: Image.new(mode, (width, height), colour).save(path)


def _find_address(folder: Path) -> Path:
    return next(path for path in folder.glob("by-url/**/index.json") if "tide" in str(path))


def _lead_to_older_texts(folder: Path) -> None:
    newest = _version(folder)
    older = newest.parent / "00000000"
    older.mkdir()
    (older / "alignment.json").write_bytes((newest / "alignment.json").read_bytes())
    path = _find_address(folder)
    path.write_text(re.sub(r"/[0-9a-f]{8}/", "/00000000/", path.read_text("utf-8")), "utf-8")


def _move_address(folder: Path) -> None:
    # As deep as before, so that it leads to the same files.
    path = _find_address(folder)
    path.parent.rename(path.parent.with_name("tidal-mill"))


def _swap(record: dict[str, Any]) -> None:
    one, other = record["paragraphs"][3], record["paragraphs"][4]
    one["source"], other["source"] = other["source"], one["source"]


def _late(record: dict[str, Any]) -> None:
    record["paragraphs"][-1]["end"] = record["duration"] + 2


def _overlap(record: dict[str, Any]) -> None:
    record["paragraphs"][2]["end"] = record["paragraphs"][3]["start"] + 0.2


def _unlike(record: dict[str, Any]) -> None:
    record["guid"] = "urn:uuid:00000000-0000-4000-8000-000000000000"


def _chapter_late(record: dict[str, Any]) -> None:
    record["chapters"][1]["startTime"] += 0.5


def _chapter_title(record: dict[str, Any]) -> None:
    record["chapters"][1]["title"] = "Elsewhere"


def _gone(name: str) -> Callable[[Path], None]:
    return lambda folder: (_version(folder) / name).unlink()


def _halve(name: str) -> Callable[[Path], None]:
    def plant(folder: Path) -> None:
        body = (folder / name).read_bytes()
        (folder / name).write_bytes(body[: len(body) // 2])

    return plant


def _put(name: str) -> Callable[[Path], None]:
    def plant(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("what is nobody's business", "utf-8")

    return plant


def _late_chapters(folder: Path) -> None:
    version = _version(folder)
    for name, key in (("alignment.json", "start"), ("chapters.json", "startTime")):
        record = json.loads((version / name).read_text("utf-8"))
        for each in record["chapters"][1:]:
            each[key] += 2
        (version / name).write_text(json.dumps(record), "utf-8")


def _lose_home(folder: Path) -> None:
    path = next(folder.glob("by-url/**/index.json"))
    path.write_text(path.read_text("utf-8").replace("tide-mill", "tidal"), "utf-8")
    path.write_text(path.read_text("utf-8").replace("night-bus", "nightly"), "utf-8")


def _file(name: str, old: str, new: str) -> Callable[[Path], None]:
    """Replace what matches ``old`` in a file of the site, once."""

    def plant(folder: Path) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        changed = re.sub(old, new, text, count=1, flags=re.DOTALL)
        assert changed != text, old
        path.write_text(changed, "utf-8")

    return plant


def _write(name: str, text: str) -> Callable[[Path], None]:
    def plant(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")

    return plant


def _embed_program(record: dict[str, Any]) -> None:
    record["html"] += "<script>alert(1)</script>"


def _pack_older(folder: Path) -> None:
    body = (folder / "feed.xml").read_bytes().replace(b"Tide mill", b"Tide mall")
    (folder / "feed.xml.gz").write_bytes(gzip.compress(body))


def _name_in_bytes(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("", "utf-8")


def _copy(old: str, new: str) -> Callable[[Path], None]:
    def plant(folder: Path) -> None:
        (folder / new).write_bytes((folder / old).read_bytes())

    return plant


def _leave(folder: Path) -> None:
    shutil.copytree(folder / "episodes/tide-mill", folder / "episodes/secret-merger")


def _leave_version(folder: Path) -> None:
    shutil.copytree(_version(folder), _version(folder).with_name("deadbeef"))


def _words(change: Callable[[list[dict[str, Any]]], object]) -> Callable[[Path], None]:
    """Change the words of the longest paragraph."""

    def longest(record: dict[str, Any]) -> None:
        change(max(record["paragraphs"], key=lambda each: len(each["source"]))["words"])

    return _record("alignment.json", longest)


def _squeeze(words: list[dict[str, Any]]) -> None:
    start = words[0]["start"]
    for word in words:
        word["start"], word["end"] = (start + (word[n] - start) / 4 for n in ("start", "end"))


def _shift(words: list[dict[str, Any]]) -> None:
    for word, following in pairwise(words):
        word["source"] = following["source"]


def _requote(record: dict[str, Any]) -> None:
    record["paragraphs"][4]["selector"] = record["paragraphs"][3]["selector"]


def _deny(record: dict[str, Any]) -> None:
    record["aiNarrated"] = False


def _flat_peaks(folder: Path) -> None:
    """Have both records say that the sound is as loud everywhere."""
    for path in (_version(folder) / "alignment.json", _version(folder).parent / "episode.json"):
        record = json.loads(path.read_text("utf-8"))
        bars = base64.b64decode(record["peaks"])
        record["peaks"] = base64.b64encode(b"2" * len(bars)).decode()
        path.write_text(json.dumps(record), "utf-8")


def _lose_the_end(record: dict[str, Any]) -> None:
    record["duration"] += 61


def _drop_addresses(folder: Path) -> None:
    shutil.rmtree(folder / "by-url")


def _put_sound(body: bytes) -> Callable[[Path], None]:
    return _bytes(lambda _: body)


def _recode(encoding: str) -> Callable[[Path], None]:
    """Write captions in another encoding."""

    def plant(folder: Path) -> None:
        path = _version(folder) / "transcript.vtt"
        text = path.read_text("utf-8").replace("wheel", "whe\u00e9l", 1)
        path.write_bytes(text.encode(encoding))

    return plant


def _double(body: bytes) -> bytes:
    """Encode the sound with two channels, behind the same tag."""
    samples, rate = soundfile.read(io.BytesIO(body), dtype="float32")
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(128)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(2)
    encoder.silence()
    pcm = (np.clip(np.repeat(samples, 2), -1, 1) * 32767).astype("<i2").tobytes()
    return _tag(body) + bytes(encoder.encode(pcm)) + bytes(encoder.flush())


def _locate(folder: Path) -> None:
    """Have the picture of an article tell where it was taken."""
    path = min(folder.glob("episodes/tide-mill/cover-????????????.jpg"))
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (52.0, 30.0, 0.0)}
    with Image.open(path) as picture:
        picture.load()
    picture.save(path, exif=exif)


def _mangle(folder: Path) -> None:
    """Write a picture as a transfer of texts does: a line's end has two bytes."""
    path = min(folder.glob("episodes/tide-mill/cover-????????????.jpg"))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _reverse_peaks(folder: Path) -> None:
    """Have both records draw other sound: this one from its end."""
    for path in (_version(folder) / "alignment.json", _version(folder).parent / "episode.json"):
        record = json.loads(path.read_text("utf-8"))
        record["peaks"] = base64.b64encode(base64.b64decode(record["peaks"])[::-1]).decode()
        path.write_text(json.dumps(record), "utf-8")


def _mute_words(folder: Path) -> None:
    """Take the sound of a second and a half of the longest paragraph."""
    record = json.loads((_version(folder) / "alignment.json").read_text("utf-8"))
    start = max(record["paragraphs"], key=lambda each: len(each["source"]))["start"] + 1
    _sound(lambda sound, rate: _second(sound, rate, start, np.zeros(rate * 3 // 2)))(folder)


def _delay_line(folder: Path) -> None:
    """Have the last line of the longest paragraph come when its words are over."""
    record = json.loads((_version(folder) / "alignment.json").read_text("utf-8"))
    longest = max(record["paragraphs"], key=lambda each: len(each["source"]))
    path = _version(folder) / "transcript.json"
    shown = json.loads(path.read_text("utf-8"))
    inside = [
        number
        for number, each in enumerate(shown["segments"])
        if longest["start"] + 0.1 < each["startTime"] < longest["end"]
    ]
    late = shown["segments"][inside[-1]]
    late["startTime"] = shown["segments"][inside[-1] - 1]["endTime"] = late["startTime"] + 2
    path.write_text(json.dumps(shown), "utf-8")


def _longest(folder: Path) -> dict[str, Any]:
    record = json.loads((_version(folder) / "alignment.json").read_text("utf-8"))
    longest: dict[str, Any] = max(record["paragraphs"], key=lambda each: len(each["source"]))
    return longest


def _scale(start: float, end: float, factor: float) -> Callable[[Path], None]:
    """Have the sound between two seconds be softer or louder."""

    def change(sound: np.ndarray, rate: int) -> np.ndarray:
        sound[int(start * rate) : int(end * rate)] *= factor
        return sound

    return _sound(change)


def _mute_one_word(folder: Path) -> None:
    word = max(_longest(folder)["words"], key=lambda each: each["end"] - each["start"])
    _scale(word["start"] - 0.03, word["end"] + 0.03, 0)(folder)


def _whisper_the_end(folder: Path) -> None:
    longest = _longest(folder)
    _scale((longest["start"] + longest["end"]) / 2, longest["end"], 0.03)(folder)


def _play(at: float) -> Callable[[Path], None]:
    """Put a short tone at a second, or before the end."""

    def change(sound: np.ndarray, rate: int) -> np.ndarray:
        tone = 0.1 * np.sin(np.arange(rate // 4) * 2 * np.pi * 880 / rate)
        start = int(at * rate) if at > 0 else len(sound) + int(at * rate)
        sound[start : start + len(tone)] += tone.astype(sound.dtype)
        return sound

    return _sound(change)


def _clip(sound: np.ndarray, _rate: int) -> np.ndarray:
    highest = float(np.abs(sound).max())
    return np.clip(sound * 8, -highest, highest) * 0.4


def _mark_headers(body: bytes) -> bytes:
    """Have every frame say that its treble was lifted."""
    first = len(_tag(body))
    return body[:first] + body[first:].replace(b"\xff\xfb\x70\xc4", b"\xff\xfb\x70\xc7")


def _turn_up(body: bytes) -> bytes:
    at = body.index(b"LAME", len(_tag(body)))
    return body[: at + 15] + b"\x2c\xc8" + body[at + 17 :]


def _turn_peaks(folder: Path) -> None:
    """Have both records draw a part of the sound in another place."""
    for path in (_version(folder) / "alignment.json", _version(folder).parent / "episode.json"):
        record = json.loads(path.read_text("utf-8"))
        bars = base64.b64decode(record["peaks"])
        record["peaks"] = base64.b64encode(bars[:100] + bars[160:] + bars[100:160]).decode()
        path.write_text(json.dumps(record), "utf-8")


def _delay_words(words: list[dict[str, Any]]) -> None:
    end = words[-1]["end"]
    for word in words:
        word["start"], word["end"] = (min(word[name] + 0.4, end) for name in ("start", "end"))


def _count_bytes(words: list[dict[str, Any]]) -> None:
    """Have words stand one letter late, as behind a letter of two bytes."""
    for word in words[:-1]:
        word["source"] = [place + 1 for place in word["source"]]


PAGE = "episodes/tide-mill/index.html"

FAULTS: dict[str, Fault] = {
    "a word that is not heard": Fault(_mute_one_word, "sound in each paragraph"),
    "an end that is whispered": Fault(_whisper_the_end, "sound as it is drawn"),
    "a tone before the first word": Fault(_play(0.1), "quiet around the speech"),
    "a tone behind the last word": Fault(_play(-0.6), "quiet around the speech"),
    "waves without tops": Fault(_sound(_clip), "whole waves"),
    "treble to be lowered": Fault(_bytes(_mark_headers), "kind of the MP3"),
    "a gain for players": Fault(_bytes(_turn_up), "kind of the MP3"),
    "a waveform in another order": Fault(_turn_peaks, "sound as it is drawn"),
    "words half a second late": Fault(_words(_delay_words), "words of a paragraph"),
    "words of its beginning alone": Fault(
        _words(lambda words: words.__delitem__(slice(3, None))), "words of a paragraph"
    ),
    "words counted in bytes": Fault(_words(_count_bytes), "words of a paragraph"),
    "a word that no search finds": Fault(
        _file(PAGE, "Elm paddles", "Elm pad\u00addles"), "paragraphs of the page"
    ),
    "a style that hides a notice": Fault(
        _file("style.css", "$", ".ai { font-size: 0 }\n"), "styles"
    ),
    "a program that answers for the edition": Fault(_put("sw.js"), "files of an edition"),
    "a draft beside a version": Fault(_put("episodes/tide-mill/draft.txt"), "files of an edition"),
    "a label that is hidden": Fault(
        _file(PAGE, '<span class="ai"', '<span class="ai" hidden'), "mark of the page"
    ),
    "a label in a part without style": Fault(
        _file(PAGE, '<p class="label"', '<p class="label" style="clip-path:inset(100%)"'),
        "mark of the page",
    ),
    "a label in other words": Fault(
        _file(PAGE, '(class="ai">)AI narration', r"\1Narration"), "mark of the page"
    ),
    "a label in a remark": Fault(
        _file(PAGE, '(<span class="ai">.*?</span>)', r"<!-- \1 -->"), "mark of the page"
    ),
    "a notice that is not read out": Fault(
        _file(PAGE, 'class="disclosure"', 'class="disclosure" aria-hidden="true"'),
        "mark of the page",
    ),
    "a foot without its sentence": Fault(
        _file(PAGE, '(class="colophon">)Read aloud by a synthetic voice. ', r"\1"),
        "mark of the page",
    ),
    "a front without its sentence": Fault(
        _file("index.html", '(class="colophon">)Read aloud by a synthetic voice. ', r"\1"),
        "mark of the page",
    ),
    "a front without a label": Fault(
        _file("index.html", ' <span class="ai">.*?</span>', ""), "episodes of the front page"
    ),
    "a frame without a label": Fault(
        _file("episodes/tide-mill/embed.html", ' <span class="ai">.*?</span>', ""),
        "mark of the page",
    ),
    "an article that takes no click": Fault(
        _file(PAGE, '<main id="main"', '<main id="main" inert'), "foreign to the page"
    ),
    "words sent to a stranger": Fault(
        _file(PAGE, "data-page=", 'data-report="https://else.example/" data-page='),
        "foreign to the page",
    ),
    "sound that is fetched unasked": Fault(
        _file("index.html", 'preload="none"', 'preload="auto"'), "foreign to the page"
    ),
    "a page that cannot be made larger": Fault(
        _file(PAGE, "initial-scale=1", "initial-scale=1, user-scalable=no"), "foreign to the page"
    ),
    "a word that sells": Fault(
        _file(PAGE, "Elm paddles", '<a href="https://else.example/?ref=1">Elm</a> paddles'),
        "foreign to the page",
    ),
    "a style for paper alone": Fault(
        _file(PAGE, '(<link rel="stylesheet")', r'\1 media="print"'), "foreign to the page"
    ),
    "an editor's remark": Fault(
        _file(PAGE, "<body", "<!-- source is T. R., do not name --><body"), "foreign to the page"
    ),
    "a remark before the page": Fault(
        _file(PAGE, "^<!doctype html>", "<!doctype html><!-- cached by a plug-in -->"),
        "foreign to the page",
    ),
    "a file saved by another name": Fault(
        _file(PAGE, " download>", ' download="derby.exe">'), "foreign to the page"
    ),
    "data of a paid article": Fault(
        _file(PAGE, '("@type":"NewsArticle",)', r'\1"isAccessibleForFree":false,'),
        "foreign to the page",
    ),
    "data of a recorded voice": Fault(
        _file(PAGE, "TrainedAlgorithmicMedia", "DigitalCapture"), "foreign to the page"
    ),
    "a paragraph in another language": Fault(
        _file(PAGE, "(<span data-cue[^>]*)>", r'\1 lang="de">'), "paragraphs of the page"
    ),
    "a frame that may see the reader": Fault(
        _file("episodes/tide-mill/oembed.json", "autoplay;", "camera; autoplay;"), "oEmbed"
    ),
    "a frame that leads away": Fault(
        _file("episodes/tide-mill/oembed.json", "allow-scripts", "allow-top-navigation"), "oEmbed"
    ),
    "a frame without a sandbox": Fault(
        _file("episodes/tide-mill/oembed.json", r' sandbox=\\"[^"]*"', ""), "oEmbed"
    ),
    "a frame of no height": Fault(
        _file("episodes/tide-mill/oembed.json", r'height=\\"\d+', r'height=\\"0'), "oEmbed"
    ),
    "a frame without a name": Fault(
        _file("episodes/tide-mill/oembed.json", r'( title=\\")[^"]*\\', r"\1\\"), "oEmbed"
    ),
    "a program of another host": Fault(
        _file(PAGE, "</head>", '<script src="https://else.example/x.js"></script></head>'),
        "foreign to the page",
    ),
    "a program in the page": Fault(
        _file("index.html", "</body>", "<script>alert(1)</script></body>"), "foreign to the page"
    ),
    "a handler of an event": Fault(
        _file(PAGE, "<article>", '<article onclick="alert(1)">'), "foreign to the page"
    ),
    "a page in the page": Fault(
        _file(PAGE, "</article>", '<iframe src="https://else.example/"></iframe></article>'),
        "foreign to the page",
    ),
    "a page that sends elsewhere": Fault(
        _file(PAGE, "</head>", '<meta http-equiv="refresh" content="0;url=/"></head>'),
        "foreign to the page",
    ),
    "a link that runs": Fault(
        _file(PAGE, "</article>", '<a href=" JavaScript:alert(1)">more</a></article>'),
        "foreign to the page",
    ),
    "a form for a stranger": Fault(
        _write(
            "login/index.html",
            '<!doctype html><meta charset="utf-8"><form action="https://else.example/"></html>',
        ),
        "foreign to the page",
    ),
    "a page in another encoding": Fault(
        _file(PAGE, 'charset="utf-8"', 'charset="iso-8859-1"'), "encoding of the page"
    ),
    "a page without its end": Fault(_file(PAGE, "</article>.*", ""), "whole pages"),
    "a module of another version": Fault(
        _file("player/listening.js", "let ", "var "), "version of the player"
    ),
    "a style that loads another": Fault(
        _file("style.css", "^", '@import "https://else.example/x.css";\n'), "styles"
    ),
    "a style cut off between rules": Fault(_file("style.css", r"(?<=.{2000}\})\n.*", ""), "styles"),
    "half the letters": Fault(_halve("literata-semibold.woff"), "letters"),
    "letters without a licence": Fault(
        lambda folder: (folder / "literata-licence.txt").unlink(), "letters"
    ),
    "an icon without bytes": Fault(lambda folder: (folder / "icon.png").write_bytes(b""), "icon"),
    "marks of a merge": Fault(
        _file(PAGE, "</article>", "\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n</article>"),
        "merged files",
    ),
    "a key under another name": Fault(
        _write("notes.txt", "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE\n"), "nothing private"
    ),
    "a copy of an editor": Fault(_put("feed.xml~"), "nothing left over"),
    "half a file beside the sound": Fault(_put(".tide-mill.mp3.tmp1234"), "nothing left over"),
    "a program of a host": Fault(_put("player/x.php"), "nothing left over"),
    "the articles as they are written": Fault(_put("articles/one.md"), "nothing left over"),
    "a packed feed of yesterday": Fault(_pack_older, "packed files"),
    "a link out of the folder": Fault(
        lambda folder: (folder / "latest").symlink_to("/"), "kinds of files"
    ),
    "a link to a folder above": Fault(
        lambda folder: (folder / "episodes/all").symlink_to(".."), "kinds of files"
    ),
    "a pipe": Fault(lambda folder: os.mkfifo(folder / "pipe"), "kinds of files"),
    "a name that is no text": Fault(_name_in_bytes, "names of files"),
    "a name that clears the screen": Fault(_put("a\n\x1b[31mwell.txt"), "names of files"),
    "sound that only we may read": Fault(
        lambda folder: next(_version(folder).glob("*.mp3")).chmod(0o600), "rights"
    ),
    "a feed that anybody may write": Fault(
        lambda folder: (folder / "feed.xml").chmod(0o666), "rights"
    ),
    "a program in the feed": Fault(
        _feed(r"\]\]></content", "<script>alert(1)</script>]]></content"), "notes of an item"
    ),
    "a link of a stranger in the feed": Fault(
        _feed(r"\]\]></content", '<p><a href="https://else.example/">win</a></p>]]></content'),
        "notes of an item",
    ),
    "a feed dressed by a stranger": Fault(
        _feed(r"\?>", '?><?xml-stylesheet href="https://else.example/x.xsl"?>'),
        "instructions to programs",
    ),
    "an address that runs": Fault(
        _feed(r"(<item>.*?<link>)[^<]*", r"\1javascript:alert(1)"), "address of an item"
    ),
    "money for a stranger": Fault(
        _feed("<podcast:medium>", '<podcast:value type="lightning"/><podcast:medium>'),
        "foreign to the feed",
    ),
    "a show that has ended": Fault(
        _feed("<itunes:type>", "<itunes:complete>Yes</itunes:complete><itunes:type>"),
        "foreign to the feed",
    ),
    "an item that is hidden": Fault(
        _feed("<itunes:title>", "<itunes:block>Yes</itunes:block><itunes:title>"),
        "itunes:block of an item",
    ),
    "another owner": Fault(_feed("<itunes:email>", "<itunes:email>x"), "owner of the show"),
    "an article as a trailer": Fault(
        _feed("episodeType>full", "episodeType>trailer"), "itunes:episodeType"
    ),
    "another headline": Fault(_file(PAGE, "<h1>Tide", "<h1>Ebb"), "heading of the page"),
    "another day on the page": Fault(
        _file(PAGE, r"(</?p[^>]*>|\">)(\d+)( \w+ 2026</time>)", r"\g<1>17\3"),
        "heading of the page",
    ),
    "another name of the page": Fault(_file(PAGE, "<title>Tide", "<title>Ebb"), "head of the page"),
    "another article's address": Fault(
        _file(PAGE, '(canonical" href="[^"]*)tide-mill', r"\1night-bus"), "head of the page"
    ),
    "another article's picture": Fault(
        _file(PAGE, '(og:image" content="[^"]*)tide-mill', r"\1night-bus"), "head of the page"
    ),
    "sound of a trial host": Fault(
        _file(PAGE, '(og:audio" content="https://)', r"\1trial."), "head of the page"
    ),
    "a page from right to left": Fault(
        _file(PAGE, 'lang="en" dir="ltr"', 'lang="ar" dir="rtl"'), "language of the page"
    ),
    "another episode's record": Fault(
        _file(PAGE, 'src="episode.json"', 'src="../night-bus/episode.json"'), "player of the page"
    ),
    "sound that begins by itself": Fault(
        _file(PAGE, "<audio controls", "<audio autoplay"), "player of the page"
    ),
    "another length": Fault(_file(PAGE, r'(class="length">)\d+', r"\g<1>20"), "length of the page"),
    "an original elsewhere": Fault(
        _file(PAGE, r'(<p class="links"><a href=")[^"]*', r"\1https://else.example/"),
        "addresses of the page",
    ),
    "apps that open another feed": Fault(
        _file(PAGE, r"overcast:[^\"]*", "overcast://x?url=https%3A%2F%2Felse.example%2Ffeed.xml"),
        "addresses of the page",
    ),
    "another feed to copy": Fault(
        _file(PAGE, r"(<code[^>]*>https://)", r"\1x"), "addresses of the page"
    ),
    "a playlist of no feed": Fault(
        _file(PAGE, r'playlist="[^"]*', 'playlist="../../all.xml.old'), "addresses of the page"
    ),
    "no word of the machine": Fault(
        _file(PAGE, r'<span class="ai">[^<]*</span>', ""), "mark of the page"
    ),
    "a page hidden from searches": Fault(
        _file(PAGE, "</head>", '<meta name="robots" content="noindex"></head>'), "robots"
    ),
    "paragraphs in another order": Fault(
        _file(PAGE, r'(<p id="p3".*?</p>)(.*)(<p id="p5".*?</p>)', r"\3\2\1"),
        "paragraphs of the page",
    ),
    "paragraphs of other numbers": Fault(
        _file(PAGE, r'data-cue="5"', 'data-cue="6"'), "paragraphs of the page"
    ),
    "a paragraph of nobody": Fault(
        _file(PAGE, "</div>\\n</article>", "<p>Buy pills.</p></div></article>"),
        "paragraphs of the page",
    ),
    "data of another day": Fault(
        _file(PAGE, r'(datePublished":"20)\d\d', r"\g<1>19"), "structured data"
    ),
    "another episode in the frame": Fault(
        _copy("episodes/night-bus/embed.html", "episodes/tide-mill/embed.html"), "embedded page"
    ),
    "an episode that the front lacks": Fault(
        _file("index.html", r'<li lang.*?<h3><a href="episodes/tide-mill.*?</li>', ""),
        "episodes of the front page",
    ),
    "the front plays another": Fault(
        _file("index.html", r'(<audio[^>]* src=")[^"]*', r"\1episodes/none.mp3"),
        "episodes of the front page",
    ),
    "another summary on the front": Fault(
        _file("index.html", r'(class="summary">)', r"\1Not that"), "episodes of the front page"
    ),
    "another length on the front": Fault(
        _file("index.html", r'(class="length">)\d+', r"\g<1>20"), "episodes of the front page"
    ),
    "a search without an article": Fault(
        _write("titles.json", '{"version": 1, "titles": []}'), "search"
    ),
    "a sitemap of another edition": Fault(
        _file(
            "edition-sitemap.xml", "</urlset>", "<url><loc>https://x.example/</loc></url></urlset>"
        ),
        "pages of the sitemap",
    ),
    "no record of addresses": Fault(_drop_addresses, "by-url"),
    "an episode that was left": Fault(_leave, "episodes in the feed"),
    "a version under another name": Fault(_leave_version, "key of the version"),
    "words in a quarter of the time": Fault(_words(_squeeze), "words of a paragraph"),
    "words at their neighbours' places": Fault(_words(_shift), "words of a paragraph"),
    "a word without end": Fault(
        _words(lambda words: words[2].update(spoken=[5, 10**9])), "words of a paragraph"
    ),
    "a paragraph without words": Fault(_words(lambda words: words.clear()), "words of a paragraph"),
    "a quotation of another paragraph": Fault(_record("alignment.json", _requote), "selectors"),
    "a record of a later version": Fault(
        _text("alignment.json", '"version": ?1', '"version":2'), "version of the records"
    ),
    "records that deny the machine": Fault(
        _record("alignment.json", _deny), "marked as spoken by a machine"
    ),
    "a transcript of another language": Fault(
        _feed(r'(<podcast:transcript[^>]*language=")[^"]*', r"\1de"), "language of the records"
    ),
    "captions called subtitles": Fault(
        _feed('type="text/vtt"', 'type="application/x-subrip"'), "media types of transcripts"
    ),
    "sound of another type": Fault(
        _feed("audio/mpeg", "audio/x-m4a"), "media types of transcripts"
    ),
    "peaks that are none": Fault(_text("../episode.json", r'("peaks": ?")', r"\1%%%"), "peaks"),
    "another title in the feed": Fault(
        _feed(r"(<item>\s*<title>)", r"\1Old: "), "titles of an item"
    ),
    "another title for apps": Fault(
        _feed(r"<itunes:title>", r"<itunes:title>Old: "), "titles of an item"
    ),
    "garbled letters": Fault(
        _feed(r"(<item>.*?<description>)", "\\1It\u00e2\u20ac\u2122s "), "garbled letters"
    ),
    "a date of no such day": Fault(_feed(r"(<pubDate>)\w\w\w", r"\1Sun"), "date of an item"),
    "a date ten years ahead": Fault(
        _feed(r"(<pubDate>)\w\w\w, (\d+ \w+) \d{4}", r"\1\2 2096"), "date of an item"
    ),
    "notes that lost the mark": Fault(
        _feed(r"(<item>.*?<description>[^<]*?)[^.<]*\.(</description>)", r"\1\2"),
        "description of an item",
    ),
    "notes of another article": Fault(
        _feed(r"(<item>.*?<description>)", r"\1Elsewhere "), "description of an item"
    ),
    "an item that is explicit": Fault(
        _feed(r"(<item>.*?<itunes:explicit>)false", r"\1true"), "itunes:explicit of an item"
    ),
    "a feed in another encoding": Fault(
        _feed(r"encoding='UTF-8'", "encoding='ISO-8859-1'"), "encoding of the feed"
    ),
    "a picture of another article": Fault(
        _feed(r'(<itunes:image href="[^"]*episodes/)tide-mill', r"\1night-bus"),
        "picture of an item",
    ),
    "subtitles with dots": Fault(
        _text("transcript.srt", r"(\d\d:\d\d:\d\d),(\d{3} -->)", r"\1.\2"), "transcript"
    ),
    "peaks that are flat": Fault(_flat_peaks, "peaks"),
    "a feed in another language than its front": Fault(
        _feed("<language>en", "<language>de"), "language of the front page"
    ),
    "a minute that nobody says": Fault(
        _record("alignment.json", _lose_the_end), "sound behind the last paragraph"
    ),
    "a frame with a program": Fault(
        _record("../oembed.json", _embed_program),
        "oEmbed",
    ),
    "a feed that asks apps never to come": Fault(
        _feed("<generator>", "<ttl>10080</ttl><generator>"), "foreign to the feed"
    ),
    "subscribers told to a stranger": Fault(
        _feed(
            "<generator>",
            '<cloud domain="x.example" port="80" path="/" protocol="http-post"/><generator>',
        ),
        "foreign to the feed",
    ),
    "sound of a stranger beside ours": Fault(
        _feed(
            "<enclosure ",
            '<podcast:alternateEnclosure type="audio/mpeg" default="true">'
            '<podcast:source uri="https://x.example/a.mp3"/></podcast:alternateEnclosure>'
            "<enclosure ",
        ),
        "foreign to the feed",
    ),
    "addresses from another base": Fault(
        _feed("<channel>", '<channel xml:base="https://staging.example/">'), "foreign to the feed"
    ),
    "no notice in the notes that apps show": Fault(
        _feed(r"<p>[^<]*</p>\]\]>", "]]>"), "description of an item"
    ),
    "a summary for older apps": Fault(
        _feed("<enclosure ", "<itunes:summary>Another story.</itunes:summary><enclosure "),
        "foreign to the feed",
    ),
    "a clip of nothing": Fault(
        _feed("<enclosure ", '<podcast:soundbite startTime="900" duration="9"/><enclosure '),
        "foreign to the feed",
    ),
    "a person who is said to speak": Fault(
        _frames(lambda tag: tag.setall("COMM", [_claim()])), "texts of the tag"
    ),
    "words of another article in the tag": Fault(
        _frames(lambda tag: tag.add(id3.USLT(encoding=1, lang="eng", desc="", text="Other."))),
        "texts of the tag",
    ),
    "a way of an editor's disk in the tag": Fault(
        _frames(lambda tag: tag.add(id3.TENC(encoding=1, text=["/home/ann/drafts"]))),
        "texts of the tag",
    ),
    "a link in a chapter": Fault(_frames(_link_chapter), "texts of the tag"),
    "chapters told by bytes": Fault(_frames(_offset_chapter), "texts of the tag"),
    "a table of contents in another order": Fault(_frames(_turn_contents), "texts of the tag"),
    "captions that nobody sees": Fault(
        _text("transcript.vtt", r"^WEBVTT\n", "WEBVTT\n\nSTYLE\n::cue{opacity:0}\n"), "transcript"
    ),
    "captions that wait for a stream": Fault(
        _text("transcript.vtt", r"^WEBVTT", "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000"), "transcript"
    ),
    "captions with a note": Fault(
        _text("transcript.vtt", r"^WEBVTT\n", "WEBVTT\n\nNOTE ask ann@x.example\n"), "transcript"
    ),
    "captions with a person's name": Fault(
        _text("transcript.vtt", "<v Narrator>", "<v Ann Bo>"), "transcript"
    ),
    "subtitles that are all the first": Fault(
        _text("transcript.srt", r"\n\n2\n", "\n\n1\n"), "transcript"
    ),
    "a transcript without speakers": Fault(
        _text("transcript.json", '"speaker":"Narrator",', ""), "transcript"
    ),
    "a chapter that is hidden": Fault(
        _record("chapters.json", lambda it: it["chapters"][0].update(toc=False)), "chapters"
    ),
    "chapters of another sound": Fault(
        _record("chapters.json", lambda it: it.update(fileName="other.mp3")), "chapters"
    ),
    "a chapter with a place": Fault(
        _record("chapters.json", lambda it: it["chapters"][0].update(location={"name": "home"})),
        "chapters",
    ),
    "one bit of the sound": Fault(_flip_a_bit, "digest of the sound"),
    "feed cut off": Fault(_feed(r"</channel>.*", ""), "feed"),
    "feed is a page": Fault(_feed(r"<rss.*</rss>", "<html><body/></html>"), "feed"),
    "no language": Fault(_feed(r"<language>.*?</language>", ""), "language"),
    "category of nobody": Fault(_feed(r'(category text=")News', r"\1Nws"), "itunes:category"),
    "explicit as of old": Fault(_feed(r"(<itunes:explicit>)false", r"\1clean"), "itunes:explicit"),
    "no guid of the show": Fault(_feed(r"<podcast:guid>.*?</podcast:guid>", ""), "podcast:guid"),
    "guid of the show is no UUID": Fault(
        _feed(r"(<podcast:guid>)[0-9a-f]", r"\1x"), "podcast:guid"
    ),
    "show is not marked": Fault(
        _feed(r'<podcast:txt purpose="ai-content">true</podcast:txt>', ""), "ai-content of the show"
    ),
    "built before it was written": Fault(
        _feed(r"(<lastBuildDate>).*?<", r"\1Mon, 05 Jan 2015 10:00:00 +0000<"), "lastBuildDate"
    ),
    "oldest first": Fault(
        _feed(r"(<item>.*?</item>)(\s*)(<item>.*?</item>)", r"\3\2\1"), "order of items"
    ),
    "the same item twice": Fault(_feed(r"(<item>.*?</item>)", r"\1\1"), "guids are unique"),
    "two items, one sound": Fault(
        _feed(r'(<enclosure url=")([^"]*)(".*?<enclosure url=")[^"]*', r"\1\2\3\2"),
        "enclosures are unique",
    ),
    "guid that would be opened": Fault(_feed(r' isPermaLink="false"', ""), "guid"),
    "no length": Fault(_feed(r'(<enclosure[^>]* length=")\d+', r"\g<1>0"), "enclosure"),
    "length of another file": Fault(
        _feed(r'(<enclosure[^>]* length=")(\d+)', r"\g<1>1\2"), "length in bytes"
    ),
    "type of a film": Fault(_feed(r"audio/mpeg", "video/mp4"), "enclosure"),
    "date without an offset": Fault(_feed(r"(<pubDate>.*?) \+0000", r"\1"), "pubDate"),
    "duration as a clock": Fault(
        _feed(r"(<itunes:duration>)\d+", r"\g<1>00:01"), "itunes:duration"
    ),
    "duration of another": Fault(_feed(r"(<itunes:duration>)(\d+)", r"\g<1>9\2"), "duration"),
    "no transcript for Apple": Fault(
        _feed(r"<podcast:transcript[^>]*text/vtt[^>]*/>", ""), "podcast:transcript"
    ),
    "sound elsewhere": Fault(
        _feed(r'(<enclosure url="https://)[^/]*', r"\1elsewhere.example"), "sound"
    ),
    "sound gone": Fault(lambda folder: next(_version(folder).glob("*.mp3")).unlink(), "sound"),
    "artwork gone": Fault(
        lambda folder: [path.unlink() for path in folder.glob("artwork-*")], "artwork"
    ),
    "artwork too small": Fault(_artwork(_paint("RGB", 800, 800, "black")), "artwork"),
    "artwork without colour": Fault(_artwork(_paint("L", 1400, 1400, 0)), "artwork"),
    "artwork that is no picture": Fault(
        _artwork(lambda path: path.write_text("a picture")), "artwork"
    ),
    "artwork that is not square": Fault(_artwork(_paint("RGB", 1600, 1400, "black")), "artwork"),
    "other artwork under the same name": Fault(
        _artwork(_paint("RGB", 1400, 1400, "teal")), "artwork"
    ),
    "artwork on another host": Fault(
        _feed(r'(<itunes:image href="https://)[^/]*', r"\1elsewhere.example"), "artwork"
    ),
    "the picture of an item gone": Fault(
        lambda folder: [path.unlink() for path in folder.glob("episodes/*/cover-*")],
        "picture of an item",
    ),
    "a move to no address": Fault(
        _feed(r"(<itunes:explicit>)", r"<itunes:new-feed-url>soon</itunes:new-feed-url>\1"),
        "itunes:new-feed-url",
    ),
    "a record of another making": Fault(
        _text("../episode.json", r'"key": ?"[0-9a-f]{8}', '"key":"00000000'),
        "record of the episode",
    ),
    "a record that denies the machine": Fault(
        _text("../episode.json", r'"aiNarrated": ?true', '"aiNarrated":false'),
        "record of the episode",
    ),
    "a record of another day": Fault(
        _text("../episode.json", r'"published": ?"2026', '"published":"2025'),
        "record of the episode",
    ),
    "an address that leads to older texts": Fault(_lead_to_older_texts, "by-url"),
    "a record where nobody looks": Fault(_move_address, "by-url"),
    "alignment gone": Fault(_gone("alignment.json"), "sound"),
    "captions gone": Fault(_gone("transcript.vtt"), "transcript"),
    "a word of the captions": Fault(_text("transcript.vtt", r"wheel", "weel"), "transcript"),
    "captions half a second late": Fault(
        _text("transcript.vtt", r"(\n00:00:0\d)\.(\d)", r"\g<1>.9\2"), "transcript"
    ),
    "a caption of subtitles gone": Fault(
        _text("transcript.srt", r"3\n.*\n.*\n(.*\n)?\n", ""), "transcript"
    ),
    "paragraphs swapped": Fault(_record("alignment.json", _swap), "transcript"),
    "speech behind the end": Fault(_record("alignment.json", _late), "alignment"),
    "paragraphs that overlap": Fault(_record("alignment.json", _overlap), "alignment"),
    "another article's record": Fault(_record("alignment.json", _unlike), "guid of the files"),
    "a chapter late": Fault(_record("chapters.json", _chapter_late), "chapters"),
    "a chapter of another name": Fault(_record("chapters.json", _chapter_title), "chapters"),
    "chapters not in the feed": Fault(_feed(r"<podcast:chapters[^>]*/>", "", 9), "chapters"),
    "page gone": Fault(_gone("../index.html"), "page"),
    "a paragraph lost on the page": Fault(
        _text("../index.html", r"Elm paddles were cut", ""), "text of the page"
    ),
    "structured data of another version": Fault(
        _text("../index.html", r'(contentUrl":"[^"]*/)[0-9a-f]{8}/', r"\g<1>00000000/"),
        "structured data",
    ),
    "an embedded page that is not there": Fault(_gone("../embed.html"), "oEmbed"),
    "the feed's version is not the newest": Fault(
        _text("../episode.json", r'("src": ")[0-9a-f]{8}', r"\g<1>00000000"), "newest version"
    ),
    "the record's chapters gone": Fault(_gone("chapters.json"), "files of the record"),
    "an embedded page of another episode": Fault(
        _text("../oembed.json", r"episodes/tide-mill/embed", "episodes/night-bus/embed"), "oEmbed"
    ),
    "structured data that is none": Fault(
        _text("../index.html", r'"@context"', "@context"), "structured data"
    ),
    "the page plays another sound": Fault(
        _text("../index.html", r'(<audio[^>]* src=")[^"]*', r"\1../night-bus/night-bus.mp3"),
        "links of the page",
    ),
    "a transcript of the feed of another": Fault(
        _feed(r"(<podcast:transcript url=\"[^\"]*/)[0-9a-f]{8}/", r"\g<1>00000000/"),
        "files of the feed",
    ),
    "chapters late everywhere": Fault(_late_chapters, "chapters begin with a paragraph"),
    "an item that lost its mark": Fault(
        _feed(r'(<item>.*?)<podcast:txt purpose="ai-content">true</podcast:txt>', r"\1"),
        "ai-content of the file",
    ),
    "no player": Fault(
        lambda folder: (folder / "player/audiopress-player.js").unlink(), "files of the site"
    ),
    "an item that is gone": Fault(_feed(r"<item>.*?</item>", ""), "episodes in the feed"),
    "the ledger among the files": Fault(_put("ledger/articles/one.json"), "nothing private"),
    "the configuration among the files": Fault(_put("audiopress.toml"), "nothing private"),
    "the repository among the files": Fault(_put(".git/HEAD"), "nothing private"),
    "a key among the files": Fault(_put("signing.key"), "nothing private"),
    "a show that is hidden": Fault(
        _feed(r"(<itunes:explicit>)", r"<itunes:block>Yes</itunes:block>\1"), "itunes:block"
    ),
    "half a player": Fault(_halve("player/listening.js"), "files of the site"),
    "an empty style": Fault(
        lambda folder: (folder / "style.css").write_bytes(b""), "files of the site"
    ),
    "half a front page": Fault(_halve("index.html"), "files of the site"),
    "a show that is not there": Fault(_name_show, "links of the front page"),
    "a time that is a word": Fault(
        _text("alignment.json", r'"start":\d+\.\d+', '"start":"soon"'), "sound"
    ),
    "a time that is no number": Fault(
        _text("alignment.json", r'"end":\d+\.\d+', '"end":NaN'), "sound"
    ),
    "brackets without end": Fault(
        lambda folder: (_version(folder) / "alignment.json").write_text("[" * 100_000), "sound"
    ),
    "chapters that are numbers": Fault(
        lambda folder: (_version(folder) / "chapters.json").write_text(
            '{"version": "1.2.0", "chapters": [1, 2]}'
        ),
        "chapters",
    ),
    "a record with a mark before it": Fault(
        lambda folder: (_version(folder) / "transcript.json").write_bytes(
            b"\xef\xbb\xbf" + (_version(folder) / "transcript.json").read_bytes()
        ),
        "transcript",
    ),
    "a duration without end": Fault(
        _feed(r"(<itunes:duration>)", r"\g<1>" + "9" * 5000), "itunes:duration"
    ),
    "an address that leads nowhere": Fault(_lose_home, "by-url"),
    "a pointer of Git LFS as sound": Fault(
        _put_sound(b"version https://git-lfs.github.com/spec/v1\nsize 1163730\n"), "sound"
    ),
    "sound of two channels": Fault(_bytes(_double), "kind of the MP3"),
    "captions in UTF-16": Fault(_recode("utf-16"), "transcript"),
    "captions in Windows-1252": Fault(_recode("cp1252"), "transcript"),
    "a picture that tells where it was taken": Fault(_locate, "picture of an item"),
    "a ledger as it lies": Fault(_put("ledger/articles/1a/one.json"), "nothing private"),
    "a page of another article": Fault(_copy("episodes/night-bus/index.html", PAGE), "page"),
    "the feed at another address": Fault(
        _feed(r'(<atom:link [^>]*href="https://)[^/]*', r"\1old.example"), "atom:link rel=self"
    ),
    "a feed with a DOCTYPE": Fault(
        _feed("<rss ", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss '), "feed"
    ),
    "a picture that was sent as a text": Fault(_mangle, "picture of an item"),
    "peaks of other sound": Fault(_reverse_peaks, "peaks"),
    "words that are not heard": Fault(_mute_words, "sound in each paragraph"),
    "a line late in its paragraph": Fault(_delay_line, "transcript"),
    "a tag in another language": Fault(
        _bytes(lambda body: re.sub(rb"(?s)(TLAN.{6,10}?)e(\0?)n(\0?)g", rb"\1d\2e\3u", body)),
        "texts of the tag",
    ),
    "file cut off": Fault(_bytes(lambda body: body[: len(body) * 2 // 3]), "frames of the MP3"),
    "rubbish in the middle": Fault(
        _bytes(lambda body: body[: len(body) // 2] + bytes(700) + body[len(body) // 2 :]),
        "frames of the MP3",
    ),
    "no tag": Fault(_bytes(lambda body: body[len(_tag(body)) :]), "ai-content of the file"),
    "the last paragraph twice": Fault(
        _sound(lambda sound, rate: np.concatenate((sound, sound[-3 * rate :]))), "decoding"
    ),
    "too loud": Fault(_sound(lambda sound, _: sound * 2.2), "loudness"),
    "clipped": Fault(
        _sound(lambda sound, rate: _second(sound, rate, 3, np.sign(sound[:rate]))), "true peak"
    ),
    "ten seconds of nothing": Fault(
        _sound(lambda sound, rate: _second(sound, rate, 4, np.zeros(10 * rate))),
        "sound in each paragraph",
    ),
    "a click in a pause": Fault(
        _sound(lambda sound, rate: _second(sound, rate, 0, sound[3 * rate : 30 * rate])),
        "quiet between paragraphs",
    ),
}
"""By what is wrong."""
