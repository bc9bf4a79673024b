"""Nothing that an article, a feed or an address says becomes a script."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from edition import TEXTS, TITLE, Site, alignment
from pages import document, element, opened, ready

if TYPE_CHECKING:
    from playwright.sync_api import Page

RUN = "top.pwned=1"
TAGS = (
    "<script>{}</script>", "<img src=x onerror={}>", "<svg onload={}>", "<svg/onload={}>",
    "<body onload={}>", "<iframe srcdoc='<script>{}</script>'>", "<iframe src=javascript:{}>",
    "<details open ontoggle={}>", "<video><source onerror={}>", "<audio src=x onerror={}>",
    "<input autofocus onfocus={}>", "<select autofocus onfocus={}>", "<marquee onstart={}>",
    "<style onload={}>", "<link rel=stylesheet href=x onerror={}>", "<object data=javascript:{}>",
    "<embed src=javascript:{}>", "<math><mtext></form><img src=x onerror={}>",
    "<template><script>{}</script></template>", "<form action=javascript:{}><button>x",
    "<a href=javascript:{}>x</a>", "<meta http-equiv=refresh content='0;javascript:{}'>",
    "<base href=javascript:{}//>", "<noscript><p title='</noscript><img src=x onerror={}>'>",
)  # fmt: skip
BREAKS = (
    "</title>{0}", "</script>{0}", "-->{0}", "]]>{0}", "\"'>{0}", "</style>{0}", "</svg>{0}",
    "</audiopress-player>{0}", "\u2028{0}", "\x00{0}", "&lt;{0}", "{{{{{0}}}}}",
)  # fmt: skip
BARE = (
    "javascript:{}", '" onfocus={} autofocus x="', "' onclick={} '", "`;{};`", "${{{}}}",
    "java\nscript:{}", "\tjavascript:{}", "JaVaScRiPt:{}", "data:text/html,<script>{}</script>",
    "vbscript:{}", "javascript://x%0a{}", "blob:{}", "constructor.constructor('{}')()", "__proto__",
    "{{{{constructor.constructor('{}')()}}}}", "expression({})", "url(javascript:{})",
    "::highlight(x){{}}</style><script>{}</script>", "\u202e<script>{}</script>",
    "%3Cscript%3E{}%3C/script%3E", "&#60;script&#62;{}&#60;/script&#62;", "<<script>{}</script>",
    "<scr<script>ipt>{}</script>", "<ScRiPt>{}</sCrIpT>", "<script/x>{}</script>",
    "<img src=`x`onerror={}>", "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:{}'><text>x</text></a></svg>",
)  # fmt: skip
PAYLOADS = (
    *(text.format(RUN) for text in TAGS),
    *(text.format(TAGS[1].format(RUN)) for text in BREAKS),
    *(text.format(RUN) for text in BARE),
)


def poisoned(payload: str) -> str:
    """A record that says it wherever a record says anything."""
    texts = tuple((role if role != "byline" else payload, payload + text) for role, text in TEXTS)
    record, _ = alignment(texts, slug="harbour", title=payload, language="en", url=payload)
    record["audio"] = "/episodes/harbour/0a1b2c3d/harbour.mp3"
    for name in ("id", "byline", "language", "artwork", "show", "image"):
        record[name] = payload
    record["chapters"] = [{"start": 0, "title": payload}, {"start": 5, "title": payload}]
    for paragraph in record["paragraphs"]:  # type: ignore[attr-defined]
        paragraph["language"] = paragraph["voice"] = payload
    return json.dumps(record)


SHOW = """async (count) => {
  const player = document.querySelector('audiopress-player');
  const press = (part) => player.shadowRoot.querySelector(`[part~=${part}]`).click();
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
  for (let at = 0; at < count; at += 1) {
    const taken = new Promise((resolve) => {
      player.addEventListener('ap-ready', resolve, { once: true });
      player.addEventListener('ap-failed', resolve, { once: true });
      setTimeout(resolve, 3000, 'late');
    });
    player.setAttribute('src', `/poison/${at}.json`);
    if ((await taken) === 'late') return `${at}: no answer`;
    for (const part of ['transcript', 'chapters', 'share']) { press(part); await pause(); }
    for (const link of player.shadowRoot.querySelectorAll('a')) {
      if (!/^http:/.test(link.href)) return `${at}: ${link.href}`;
    }
    if (window.pwned) return `${at}`;
  }
  player.setAttribute('playlist', '/poison.xml');
  press('playlist');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await player.play(1);
  await pause();
  return window.pwned ? 'playlist' : player.shadowRoot.querySelectorAll('li').length;
}"""


def test_nothing_is_executed(page: Page, edition: Site) -> None:
    assert len(PAYLOADS) >= 60
    for number, payload in enumerate(PAYLOADS):
        edition.pages[f"poison/{number}.json"] = poisoned(payload)
    items = "".join(
        f"<item><title>{escape(payload)}</title><enclosure url='{url}'/></item>"
        for payload in PAYLOADS
        if "\x00" not in payload
        for url in (f"javascript:{RUN}", "https://audio.example/episodes/harbour/0a1b2c3d/x.mp3")
    )
    edition.pages["poison.xml"] = f"<rss><channel>{items}</channel></rss>"
    head = f'<meta property="og:image" content="javascript:{RUN}">'
    opened(page, edition, document(element(), head=head, body=f"<p>{TITLE}</p>"), query=f"#t={RUN}")
    ready(page)
    page.context.grant_permissions(["clipboard-write"])
    assert page.evaluate(SHOW, len(PAYLOADS)) == len(PAYLOADS) - 1
