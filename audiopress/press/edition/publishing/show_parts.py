"""What stands around a show's episodes, planned as parts: each is made where it would be another.

In the order of writing: pictures and player, entries and lists by which others find articles, the
pages of the front; then the documents of the feed, which name all of that.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from audiopress.press.edition.around.addresses import plan_entries
from audiopress.press.edition.around.parts import Part, sign_episodes
from audiopress.press.edition.around.sitemaps import plan_sitemap_parts
from audiopress.press.rule_digests import digest_binding_rules
from audiopress.publish.player_files import list_player_files
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from audiopress.model import Episode, Show
    from audiopress.press.edition.around.shelf import ShelvedEpisode
    from audiopress.publish.feed.archive_pages import FeedPage
    from audiopress.publish.pages.front_pages import IndexPage

__all__ = ["ShowParts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowParts:
    """Plans the parts of a ``show``, whose episodes ``load`` gives whole where they are needed.

    ``make_pictures`` returns the show's pictures by their paths; without ``feed`` it has none.
    """

    show: Show
    feed: bool
    load: Callable[[ShelvedEpisode], Episode]
    make_pictures: Callable[[], Mapping[str, bytes]]
    base: str

    @classmethod
    def of_show(
        cls, show: Show, load: Callable[[ShelvedEpisode], Episode], *, feed: bool,
        make_pictures: Callable[[], Mapping[str, bytes]],
    ) -> ShowParts:  # fmt: skip
        """Return the plans of a show; their ``base`` is of what all is made beside episodes."""
        base = digest([msgspec.json.encode(show).decode(), digest_binding_rules()])
        return cls(show=show, feed=feed, load=load, make_pictures=make_pictures, base=base)

    def plan(
        self,
        own: Sequence[ShelvedEpisode],
        everything: Sequence[ShelvedEpisode],
        shown: Sequence[Show],
    ) -> list[Part]:
        """Return all but the feed, in the order of writing.

        ``own`` are the show's episodes, ``everything`` those of all shows, in which one searches,
        and ``shown`` the other shows that the outermost front leads to. It lists what its own feed
        has; without a feed of its own it has everything.
        """
        show, around = self.show, Part(name="around", mark=self.base, make=self._make_around)
        if show.folder:
            return [around, *self._plan_index_pages(own, [])]
        parts = [around]
        # By these others find what lies here: of a private show nobody is to.
        if not show.private:
            parts += [*plan_entries(self.base, everything), *self._plan_search(everything)]
            parts += plan_sitemap_parts(self.base, show, everything)
        return [*parts, *self._plan_index_pages(own if self.feed else everything, shown)]

    def _make_around(self) -> dict[str, bytes]:
        """Return the show's pictures, and of the outermost place player and style."""
        from audiopress.publish.pages import render  # noqa: PLC0415 - imports jinja2

        files = dict(self.make_pictures())
        if not self.show.folder:
            files["style.css"] = render.read_stylesheet()
            files |= render.read_fonts() | list_player_files()
        return files

    def _plan_search(self, episodes: Sequence[ShelvedEpisode]) -> list[Part]:
        from audiopress.publish.pages import front_pages  # noqa: PLC0415 - imports jinja2

        lists = [
            Part(
                name=titles.name,
                mark=sign_episodes(f"{self.base} {titles.older}", titles.episodes),
                make=functools.partial(front_pages.make_title_list, titles),
            )
            for titles in front_pages.plan_title_lists(episodes)
        ]
        script = Part(name="search.js", mark=self.base, make=front_pages.make_search_script)
        return [*lists, script] if lists else []

    def _plan_index_pages(
        self, episodes: Sequence[ShelvedEpisode], shows: Sequence[Show]
    ) -> list[Part]:
        from audiopress.publish.pages import front_pages  # noqa: PLC0415 - imports jinja2

        has_feed = self.feed or bool(self.show.folder)
        named = digest([self.base, msgspec.json.encode(shows).decode(), has_feed])

        def make(page: IndexPage[ShelvedEpisode]) -> dict[str, bytes]:
            loaded = [self.load(each) for each in page.episodes]
            return front_pages.render_index_page(
                self.show, page.with_episodes(loaded), shows, feed=has_feed
            )

        return [
            Part(
                name=f"{self.show.folder}{page.name}",
                mark=sign_episodes(
                    f"{named} {page.newer} {page.older} {page.search}", page.episodes
                ),
                make=functools.partial(make, page),
            )
            for page in front_pages.plan_index_pages(self.show, episodes)
        ]

    def plan_feeds(self, episodes: Sequence[ShelvedEpisode]) -> list[Part]:
        """Return the documents of the feed, each after those that it names."""
        from audiopress.publish.feed import rss  # noqa: PLC0415 - imports feedgen

        def make(page: FeedPage[ShelvedEpisode]) -> dict[str, bytes]:
            loaded = [self.load(each) for each in page.episodes]
            body = rss.write_feed(self.show, page.with_episodes(loaded), self.show.folder)
            return {page.name: body}

        return [
            Part(
                name=page.name,
                mark=sign_episodes(f"{self.base} {page.changed} {page.older}", page.episodes),
                make=functools.partial(make, page),
            )
            for page in (rss.plan_feeds(episodes, self.show.folder) if self.feed else ())
        ]
