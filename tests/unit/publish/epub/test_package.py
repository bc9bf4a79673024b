"""What a book says of itself: to shelves, to those who cannot see or hear, to those who listen."""

from __future__ import annotations

from dataclasses import replace

from audiopress.publish.epub.overlay import format_clock
from tests.unit.publish.epub_samples import OPF, article, book, parse
from tests.unit.publish_samples import episode, show, timeline

DC = "{http://purl.org/dc/elements/1.1/}"


def tell(made, name: str) -> list[str]:
    """What the package says of a property of its own, or of Dublin Core."""
    package = parse(made, "package.opf")
    own = package.iterfind(f".//{OPF}meta[@property='{name}']")
    return [one.text for one in (*package.iter(f"{DC}{name}"), *own) if not one.get("refines")]


def test_it_names_title_language_author_source_and_publisher() -> None:
    made = book()
    assert tell(made, "title") == ["The tide mill starts again"]
    assert (tell(made, "language"), tell(made, "creator")) == (["en-GB"], ["Ada Pember"])
    assert tell(made, "source") == ["https://news.example/coast/tide-mill-0"]
    assert (tell(made, "publisher"), tell(made, "subject")) == (["The Sallow Courier"], ["Coast"])
    assert tell(made, "belongs-to-collection") == ["The Sallow Listener"]


def test_what_a_preview_is_called_is_no_series() -> None:
    assert tell(book(show=show(preview=True)), "belongs-to-collection") == []


def test_it_names_its_voice_and_that_no_person_speaks() -> None:
    made = book()
    assert tell(made, "media:narrator") == tell(made, "contributor") == ["joe"]
    assert tell(made, "schema:digitalSourceType") == [
        "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    ]
    assert tell(made, "schema:accessibilitySummary") == ["Read aloud by a synthetic voice."]


def test_it_says_that_text_and_sound_go_together() -> None:
    made = book()
    assert tell(made, "schema:accessMode") == ["textual", "auditory"]
    assert "synchronizedAudioText" in tell(made, "schema:accessibilityFeature")
    pictured = book(article(picture=b"\xff\xd8"))
    assert tell(pictured, "schema:accessMode") == ["textual", "auditory", "visual"]


def test_lengths_are_those_of_the_sound_and_add_up() -> None:
    made = book(article(0), article(1))
    package = parse(made, "package.opf")
    each = [
        one.text
        for one in package.iterfind(f".//{OPF}meta[@property='media:duration']")
        if one.get("refines")
    ]
    length = format_clock(timeline().samples, timeline().rate)
    assert each == [length, length]
    assert tell(made, "media:duration") == [format_clock(2 * timeline().samples, timeline().rate)]


def test_it_is_dated_by_its_articles_and_not_by_the_clock() -> None:
    made = book(article(0), article(2))
    assert tell(made, "dcterms:modified") == ["2026-11-03T08:30:00Z"]
    assert tell(made, "date") == ["2026-11-03T08:30:00+00:00"]


def test_what_several_articles_share_is_said_once() -> None:
    german = replace(article(1), episode=episode(1, language="de", byline="Karl Ems"))
    made = book(article(0), german, article(2))
    assert tell(made, "language") == ["en-GB", "de"]
    assert tell(made, "creator") == ["Ada Pember", "Karl Ems"]
    assert tell(made, "description") == []


def test_each_page_in_the_spine_has_its_overlay() -> None:
    package = parse(book(article(0), article(1)), "package.opf")
    items = {one.get("id"): one for one in package.iter(f"{OPF}item")}
    for ref in package.iter(f"{OPF}itemref"):
        page = items[ref.get("idref")]
        overlay = items[page.get("media-overlay")]
        assert overlay.get("href") == page.get("href").replace(".xhtml", ".smil")
        assert overlay.get("media-type") == "application/smil+xml"
