"""What is pasted into another page: one article's player, or a line for all."""

from __future__ import annotations

from dataclasses import replace

from audiopress.publish.pages.embed_code import write_embed_code
from tests.unit.publish_samples import PageTags, episode, show


def test_a_frame_shows_the_player_alone_and_lets_it_run_only() -> None:
    (frame,) = PageTags(write_embed_code(show(), episode(), "iframe").encode()).all("iframe")
    assert frame["src"] == ("https://listen.news.example/edition/episodes/tide-mill-0/embed.html")
    assert "allow-forms" not in (frame["sandbox"] or "")
    assert "allow-top-navigation" not in (frame["sandbox"] or "")


def test_an_element_names_the_record_and_plays_without_script() -> None:
    page = PageTags(write_embed_code(show(), episode(), "element").encode())
    (player,) = page.all("audiopress-player")
    assert (player["src"] or "").endswith("/episodes/tide-mill-0/episode.json")
    (audio,) = page.all("audio")
    assert (audio["src"] or "").endswith(episode().enclosure.path)
    assert [one["href"] for one in page.all("link")] == [
        "https://listen.news.example/edition/player/audiopress-player.css"
    ]


def test_a_line_for_a_template_is_of_no_article() -> None:
    codes = {write_embed_code(show(), episode(number), "script") for number in (0, 1)}
    assert len(codes) == 1
    (script,) = PageTags(codes.pop().encode()).all("script")
    assert "data-auto" in script


def test_what_a_stranger_wrote_stays_in_its_attribute() -> None:
    hostile = replace(episode(), title='"><script>alert(1)</script>')
    assert not PageTags(write_embed_code(show(), hostile, "iframe").encode()).all("script")
