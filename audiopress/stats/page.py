"""The page of a log's figures: bars and tables, no script, nothing from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from audiopress.publish.pages.render import read_colours
from audiopress.publish.pages.template_files import open_templates
from audiopress.publish.sanitize import clean_text, shorten
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.stats.drop_off import DropOff
    from audiopress.stats.figures import Figures

__all__ = ["render_figures"]


_BEGINNING: Final = 80
"""Characters of a paragraph that are shown beside its bar: two lines."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """A row with a bar: ``share`` of its whole width in percent; ``percent`` is told of it."""

    label: str
    count: int
    share: float
    percent: str = ""
    at: str = ""


def render_figures(figures: Figures, show: str) -> bytes:
    """Return the HTML of what a log says of a show. The same figures give the same bytes."""
    templates = open_templates("audiopress.stats")
    style = templates.get_template("figures.css").render()
    days = _draw((day.isoformat(), count) for day, count in figures.days)
    unread = figures.unread
    text = templates.get_template("figures.html").render(
        style=read_colours() + style,
        show=clean_text(show),
        downloads=count_things(figures.downloads, "download"),
        episodes=count_things(len(figures.episodes), "episode"),
        days=days,
        highest=max((each.count for each in days), default=0),
        by_episode=_draw((each.title, each.downloads) for each in figures.episodes),
        by_app=_draw(figures.apps),
        left_out=_draw(figures.left_out),
        drop_off=[_describe(each) for each in figures.drop_off],
        guessed=any(each.guessed for each in figures.drop_off),
        unread=unread.count
        and f"{count_things(unread.count, 'line')} could not be read as a request; the first: "
        f"{clean_text(unread.first)}",
    )
    return text.encode()


def _draw(rows: Iterable[tuple[str, int]]) -> list[_Bar]:
    found = list(rows)
    highest = max((count for _, count in found), default=1) or 1
    return [
        _Bar(clean_text(label), count, round(100 * count / highest, 1)) for label, count in found
    ]


def _describe(each: DropOff) -> dict[str, Any]:
    whole = f"; {each.whole} more had all of it at once" if each.whole else ""
    return {
        "title": clean_text(each.file.title),
        "told": count_things(each.listeners, "listener") + whole,
        "parts": [
            _Bar(
                shorten(clean_text(reached.part.beginning), _BEGINNING),
                reached.listeners,
                round(100 * reached.listeners / each.listeners, 1),
                f"{reached.listeners / each.listeners:.0%}",
                f"{int(reached.part.start) // 60}:{int(reached.part.start) % 60:02}",
            )
            for reached in each.parts
        ],
    }
