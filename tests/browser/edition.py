"""A small edition made by hand, whose sound tells where it is, and a server that can misbehave.

The tone at second t has ``PITCH + SLOPE * t`` Hz: what a browser plays can be measured.
"""

from __future__ import annotations

import base64
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import lameenc
import numpy as np

from audiopress.publish.player_files import list_player_files

if TYPE_CHECKING:
    import ssl

RATE = 44100
PITCH = 400.0
SLOPE = 60.0
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".mp3": "audio/mpeg",
    ".xml": "application/rss+xml",
}

TITLE = "Harbour reopens after the longest winter in a century"
TEXTS = (
    ("headline", TITLE),
    ("byline", "By Ana Lund"),
    ("body", "The harbour of Vik opened to ships on Monday, 112 days after the ice closed it."),
    ("body", "“Nobody here has seen a winter like it,” said the master, Eva Holm, in her log."),
    ("heading", "A town without ships"),
    ("body", "Food came by train. The library lent sledges as well as books, two to a family."),
    ("body", "On the first day eleven boats went out, and came back with cod and with news."),
    ("heading", "What comes next"),
    ("body", "The council will decide in June whether to buy an ice-breaker for €4.2 million."),
    ("body", "Until then, the log says, the harbour is open."),
)
ARABIC = (
    ("headline", "إعادة فتح الميناء بعد أطول شتاء منذ قرن"),
    ("body", "فُتح ميناء فيك أمام السفن يوم الاثنين بعد 112 يومًا من إغلاق الجليد له."),
    ("body", "قالت إيفا هولم إن أحدًا هنا لم يشهد شتاءً مثله."),
    ("body", "سيقرر المجلس في حزيران ما إذا كان سيشتري كاسحة جليد."),
)
JAPANESE = (
    ("headline", "百年で最も長い冬のあと、港がふたたび開いた"),
    ("body", "ヴィークの港は月曜日、氷に閉ざされてから百十二日ぶりに船を迎えた。"),
    ("body", "「こんな冬は誰も見たことがない」と、港長のエヴァ・ホルムは日誌に書いた。"),
    ("body", "食料は列車で運ばれ、図書館は本だけでなく、そりも貸し出した。"),
)


def words_of(text: str, start: float, end: float) -> list[dict[str, object]]:
    """Words spread over the paragraph by their length."""
    words, at = [], 0
    for word in text.split(" "):
        to = at + len(word)
        span = [at, to]
        times = (start + (end - start) * edge / len(text) for edge in span)
        words.append({**dict(zip(("start", "end"), times, strict=True)), "spoken": span,
                      "source": span})  # fmt: skip
        at = to + 1
    return words


def alignment(
    texts: tuple[tuple[str, str], ...], *, slug: str, title: str, language: str, url: str | None
) -> tuple[dict[str, object], float]:
    """The record of one episode, and how long it lasts."""
    clock, paragraphs, chapters = 0.5, [], []
    for number, (role, text) in enumerate(texts):
        start, end = clock, clock + len(text) * 0.055
        neighbours = [texts[n][1] if 0 <= n < len(texts) else "" for n in (number - 1, number + 1)]
        selector = {"type": "TextQuoteSelector", "exact": text, "prefix": neighbours[0][-32:],
                    "suffix": neighbours[1][:32]}  # fmt: skip
        paragraphs.append({
            "paragraph": number, "role": role, "language": language, "voice": "tone",
            "source": text, "spoken": text, "start": start, "end": end, "estimated": False,
            "selector": selector if role != "byline" else None, "words": words_of(text, start, end),
        })  # fmt: skip
        if role in ("headline", "heading"):
            chapters.append({"start": start, "title": text})
        clock = end + (1.0 if role == "heading" else 0.6)
    shape = np.abs(np.sin(np.linspace(0, 40, 200)) * np.sin(np.linspace(0, 3, 200))) * 200 + 20
    record = {
        "version": 1, "id": f"https://x/{slug}", "guid": f"urn:x:{slug}", "key": "0" * 64,
        "title": title, "byline": "Ana Lund", "language": language, "url": url,
        "audio": f"{slug}.mp3", "mediaType": "audio/mpeg", "duration": clock, "rate": RATE,
        "samples": round(clock * RATE), "aiNarrated": True, "narrators": ["tone"],
        "chapters": chapters if len(chapters) > 1 else [], "paragraphs": paragraphs,
        "peaks": base64.b64encode(shape.astype(np.uint8).tobytes()).decode(),
    }  # fmt: skip
    return record, clock


def sweep(seconds: float) -> bytes:
    """MP3 of the tone that tells the time."""
    at = np.arange(round(seconds * RATE)) / RATE
    wave = 9000 * np.sin(2 * np.pi * (PITCH * at + SLOPE * at * at / 2))
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(96)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    return bytes(encoder.encode(wave.astype(np.int16).tobytes()) + encoder.flush())


def build(root: Path) -> None:
    """Write the edition below ``root``, as the press lays it out."""
    (root / "player").mkdir(parents=True)
    for name, body in list_player_files().items():
        (root / name).write_bytes(body)
    # each module by itself, for tests of one of them
    copytree(Path(__file__).parents[2] / "audiopress" / "player", root / "source")
    items = []
    episodes = (
        ("harbour", TEXTS, TITLE, "en"),
        ("mina", ARABIC, ARABIC[0][1], "ar"),
        ("second", TEXTS[:3], "A second story", "en"),
        ("minato", JAPANESE, JAPANESE[0][1], "ja"),
    )
    for slug, texts, title, language in episodes:
        record, seconds = alignment(
            texts, slug=slug, title=title, language=language, url=f"https://news.example/{slug}"
        )
        home = root / "episodes" / slug
        folder = home / "0a1b2c3d"
        folder.mkdir(parents=True)
        (folder / f"{slug}.mp3").write_bytes(sweep(seconds))
        (folder / "alignment.json").write_text(json.dumps(record), "utf-8")
        stable = {"version": 1, "title": title, "language": language, "aiNarrated": True,
                  "audio": {"src": f"0a1b2c3d/{slug}.mp3"}, "duration": seconds,
                  "alignment": "0a1b2c3d/alignment.json"}  # fmt: skip
        (home / "episode.json").write_text(json.dumps(stable), "utf-8")
        items.append(
            f"<item><title>{title}</title><itunes:duration>{round(seconds)}</itunes:duration>"
            f'<enclosure url="https://audio.example/episodes/{slug}/0a1b2c3d/{slug}.mp3" '
            'length="1" type="audio/mpeg"/></item>'
        )
    (root / "feed.xml").write_text(
        '<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
        'xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>x</title>'
        '<atom:link rel="self" href="https://audio.example/feed.xml"/>'
        f"{''.join(items)}</channel></rss>",
        "utf-8",
    )


@dataclass
class Faults:
    """What the server does wrong: path endings that fail, hang, or come slowly."""

    failing: set[str] = field(default_factory=set)
    hanging: set[str] = field(default_factory=set)
    headers: dict[str, str] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)

    def reset(self) -> None:
        self.failing.clear()
        self.hanging.clear()
        self.headers.clear()
        self.seen.clear()


class Site:
    """A server on a loopback port: the edition's, or a publisher's, with pages made on the fly."""

    def __init__(self, root: Path | None = None, tls: ssl.SSLContext | None = None) -> None:
        self.root = root
        self.pages: dict[str, str] = {}
        self.faults = Faults()
        self.closing = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.answer(self)

            do_HEAD = do_GET  # noqa: N815 - the name of http.server

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.scheme = "https" if tls else "http"
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.port = self.server.server_address[1]

    def url(self, path: str = "", host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}/{path}"

    def close(self) -> None:
        self.closing.set()
        self.server.shutdown()

    def answer(self, to: BaseHTTPRequestHandler) -> None:
        path = to.path.split("?")[0].lstrip("/")
        self.faults.seen.append(path)
        for ending in list(self.faults.hanging):
            while path.endswith(ending) and ending in self.faults.hanging:
                time.sleep(0.02)
                if self.closing.is_set():
                    return
        body, kind = self.body(path)
        if body is None or any(path.endswith(ending) for ending in self.faults.failing):
            self.send(to, 503 if body else 404, b"no", {"Content-Type": "text/plain"})
            return
        headers = {"Content-Type": kind, "Accept-Ranges": "bytes"}
        wanted = to.headers.get("Range", "")
        if not wanted.startswith("bytes="):
            self.send(to, 200, body, headers)
            return
        head, _, tail = wanted.removeprefix("bytes=").partition("-")
        first, last = int(head), int(tail) if tail else len(body) - 1
        headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
        self.send(to, 206, body[first : last + 1], headers)

    def body(self, path: str) -> tuple[bytes | None, str]:
        if path in self.pages:
            kind = TYPES.get(Path(path).suffix, TYPES[".html"])
            return self.pages[path].encode(), kind
        file = self.root / path if self.root else None
        if file and file.is_file():
            return file.read_bytes(), TYPES.get(file.suffix, "application/octet-stream")
        return None, ""

    def send(
        self, to: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str]
    ) -> None:
        to.send_response(status)
        every = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store",
                 "Content-Length": str(len(body)), **headers}  # fmt: skip
        if headers["Content-Type"].startswith("text/html"):
            every |= self.faults.headers
        for name, value in every.items():
            to.send_header(name, value)
        try:
            to.end_headers()
            self.write(to, b"" if to.command == "HEAD" else body)
        except OSError:
            to.close_connection = True

    def write(self, to: BaseHTTPRequestHandler, body: bytes) -> None:
        to.wfile.write(body)
