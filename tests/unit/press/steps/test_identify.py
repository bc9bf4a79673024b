"""Identity under attack: every outcome is named, and nothing is taken over."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from audiopress.identity import identify, normalize_url
from audiopress.model import Article, Cast, Script, SourceFacts, Utterance
from audiopress.press.edition.notes import note_foreign_voices
from audiopress.press.steps.identify import register_articles
from audiopress.press.steps.read import Manuscript
from audiopress.store.ledger import Text

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ADDRESS = "https://news.example/a/story"


def manuscript(  # noqa: PLR0913 - what a source may say of itself
    uri, *lines, canonical=None, hosts=(), declared=None, former="", outside=False
):
    utterances = tuple(
        Utterance(
            role="body", source=line, spoken=line, language="en", voice="tone", pause=0, paragraph=n
        )
        for n, line in enumerate(lines or ("One.", "Two.", "Three.", "Four."))
    )
    return Manuscript(
        identity=identify(uri, canonical=canonical, declared_id=declared, hosts=hosts),
        uri=uri,
        former=former,
        digest="",
        article=Article(uri=uri, title="A story", blocks=(), canonical=canonical),
        script=Script(utterances=utterances),
        outside=outside,
    )


def one(*claims, records=()):
    entries, rejected, notes = register_articles(claims, records, NOW)
    return entries, rejected, notes


def known(*claims):
    """Return the records after the claims were published."""
    records = []
    for entry in one(*claims)[0]:
        lines = tuple(u.source for u in entry.manuscript.script.utterances)
        records.append(replace(entry.record, texts=(Text(key="k", lines=lines),)))
    return tuple(records)


def test_a_canonical_on_another_host_is_not_believed_and_said():
    page = manuscript("https://copy.example/x", canonical=ADDRESS)
    (entry,), rejected, notes = one(page)
    assert entry.record.id == "https://copy.example/x"
    assert not rejected
    assert "another host" in notes[0]


def test_a_canonical_that_is_the_home_page_is_not_believed_and_said():
    page = manuscript("https://news.example/a", canonical="https://news.example/")
    (entry,), _, notes = one(page)
    assert entry.record.id == "https://news.example/a"
    assert "home page" in notes[0]


def test_configured_hosts_decide_for_files():
    page = manuscript("a.html", canonical=ADDRESS, hosts=("other.example",))
    (entry,), _, notes = one(page)
    assert entry.record.id == "file:a.html"
    assert notes
    trusted = manuscript("a.html", canonical=ADDRESS, hosts=("news.example",))
    assert one(trusted)[0][0].record.id == ADDRESS


def test_two_pages_with_one_canonical_and_different_text_are_both_named():
    first = manuscript("a.html", "This.", canonical=ADDRESS)
    second = manuscript("b.html", "That.", canonical=ADDRESS)
    entries, rejected, _ = one(first, second)
    assert not entries
    assert {item.uri for item in rejected} == {"a.html", "b.html"}
    assert "b.html" in rejected[0].error.message
    assert "id:" in rejected[0].error.hint


def test_the_page_the_ledger_knows_goes_on():
    first = manuscript("a.html", "This.", canonical=ADDRESS)
    records = known(first)
    second = manuscript("b.html", "That.", canonical=ADDRESS)
    (entry,), (refused,), _ = one(first, second, records=records)
    assert entry.manuscript.uri == "a.html"
    assert refused.uri == "b.html"


def test_another_text_cannot_take_over_an_identity_in_a_later_run():
    records = known(manuscript("a.html", "One.", "Two.", canonical=ADDRESS))
    thief = manuscript("b.html", "Three.", "Four.", canonical=ADDRESS)
    entries, (refused,), _ = one(thief, records=records)
    assert not entries
    assert ADDRESS in refused.error.message


def test_a_renamed_and_edited_file_is_still_the_article():
    records = known(manuscript("a.html", "One.", "Two.", "Three.", canonical=ADDRESS))
    renamed = manuscript("b.html", "One.", "Two!", "Three.", canonical=ADDRESS)
    (entry,), rejected, _ = one(renamed, records=records)
    assert not rejected
    assert entry.record.guid == records[0].guid
    assert "b.html" in entry.record.aliases


def test_the_same_text_from_two_sources_is_one_article():
    (entry,), rejected, _ = one(
        manuscript("a.html", canonical=ADDRESS), manuscript("b.html", canonical=ADDRESS)
    )
    assert not rejected
    assert entry.record.aliases == ("a.html", "b.html")


def test_files_with_the_same_title_get_slugs_of_their_own():
    entries, _, _ = one(manuscript("a.md"), manuscript("b.md"), manuscript("c.md"))
    assert sorted(entry.record.slug for entry in entries) == ["a-story", "a-story-2", "a-story-3"]
    assert len({entry.record.guid for entry in entries}) == 3


def test_the_order_of_the_sources_decides_nothing():
    pages = [manuscript(f"{name}.md") for name in "abc"]
    there = one(*pages)[0]
    back = one(*reversed(pages))[0]
    assert [entry.record for entry in there] == [entry.record for entry in back]


def test_a_moved_page_keeps_its_identity():
    records = known(manuscript("https://news.example/old"))
    moved = manuscript("https://news.example/new", "New.", former="https://news.example/old")
    (entry,), rejected, _ = one(moved, records=records)
    assert not rejected
    assert entry.record.guid == records[0].guid
    assert "https://news.example/new" in entry.record.aliases
    later = manuscript("https://news.example/new", "Newer.")
    (again,), rejected, _ = one(later, records=(entry.record,))
    assert not rejected
    assert again.record.guid == records[0].guid


def test_an_id_of_its_own_beats_every_address():
    page = manuscript("a.md", canonical=ADDRESS, declared="storm-2026")
    assert one(page)[0][0].record.id == "id:storm-2026"
    assert one(page)[0][0].manuscript.identity.url == ADDRESS


@pytest.mark.parametrize("said", [{"canonical": ADDRESS}, {"declared": "bell"}])
def test_a_file_that_is_given_a_name_stays_the_article_it_was(said):
    records = known(manuscript("a.md", "One.", "Two.", "Three."))
    (entry,), rejected, _ = one(
        manuscript("a.md", "One.", "Two!", "Three.", **said), records=records
    )
    assert not rejected
    assert entry.record.guid == records[0].guid
    (later,), _, _ = one(manuscript("b.md", "Two!", "Three.", **said), records=(entry.record,))
    assert later.record.guid == records[0].guid


def test_another_article_in_the_place_of_a_file_is_not_that_file():
    records = known(manuscript("latest.md", "One.", "Two.", "Three."))
    (entry,), _, _ = one(manuscript("latest.md", "Four.", canonical=ADDRESS), records=records)
    assert entry.record.guid != records[0].guid


def test_a_file_that_names_another_address_stays_the_article_it_was():
    records = known(manuscript("a.html", canonical=ADDRESS))
    moved = "https://news.example/moved/story"
    (entry,), rejected, _ = one(manuscript("a.html", canonical=moved), records=records)
    assert entry.record.guid == records[0].guid
    assert moved in entry.record.aliases
    assert not rejected
    # Another text in that file is another article.
    (other,), _, _ = one(manuscript("a.html", "Else.", canonical=moved), records=records)
    assert other.record.guid != records[0].guid


def test_one_article_under_two_names_is_settled_once():
    records = known(manuscript("a.md", "One.", "Two."))
    (entry,), _, _ = one(manuscript("a.md", "One.", "Two.", declared="bell"), records=records)
    moved = manuscript("b.md", "One.", "Two.", declared="bell")
    other = manuscript("a.md", "Three.", "Four.")
    entries, rejected, _ = one(moved, other, records=(entry.record,))
    assert len(entries) == 1
    assert len(rejected) == 1


def test_a_file_elsewhere_with_the_same_name_takes_nothing_over():
    records = known(manuscript("index.html", "One.", "Two.", outside=True))
    thief = manuscript("index.html", "Three.", "Four.", outside=True)
    entries, (refused,), _ = one(thief, records=records)
    assert not entries
    assert "id:" in refused.error.hint
    edited = manuscript("index.html", "One.", "Two!", outside=True)
    (entry,), rejected, _ = one(edited, thief, records=records)
    assert entry.manuscript is edited
    assert [item.uri for item in rejected] == ["index.html"]


def test_a_voice_of_another_language_is_told():
    page = manuscript("a.md", "Ein Satz.")
    (line,) = page.script.utterances
    german = replace(line, language="de", voice="joe")
    entry = one(replace(page, script=Script(utterances=(german,))))[0][0]
    assert "de" in note_foreign_voices([entry], Cast())[0]
    assert "joe speaks en-US" in note_foreign_voices([entry], Cast())[0]
    named = Cast(languages=(("de", "joe"),))
    (note,) = note_foreign_voices([entry], named)
    assert note.startswith("joe is named for German under [voices.languages]")
    american = replace(page, script=Script(utterances=(replace(german, language="en-GB"),)))
    assert note_foreign_voices([one(american)[0][0]], Cast()) == []


def test_a_file_with_another_name_is_the_same_article_when_the_old_one_is_gone():
    records = known(manuscript("articles/a.md"))
    gone = {"file:articles/a.md"}
    (entry,), rejected, notes = register_articles([manuscript("articles/b.md")], records, NOW, gone)
    assert entry.record.guid == records[0].guid
    assert "file:articles/b.md" in entry.record.aliases
    assert not rejected
    assert not notes


@pytest.mark.parametrize(
    ("gone", "lines"),
    [((), ()), ({"file:articles/a.md"}, ("One.", "Two.", "Three.", "Other."))],
    ids=["the old file is there", "other words"],
)
def test_a_file_with_another_name_is_another_article(gone, lines):
    records = known(manuscript("articles/a.md"))
    (entry,), _, _ = register_articles([manuscript("articles/b.md", *lines)], records, NOW, gone)
    assert entry.record.guid != records[0].guid


def test_no_file_is_guessed_where_two_are_gone():
    records = known(manuscript("articles/a.md"), manuscript("articles/c.md"))
    gone = {record.id for record in records}
    (entry,), _, _ = register_articles([manuscript("articles/b.md")], records, NOW, gone)
    assert entry.record.id == "file:articles/b.md"


def test_two_files_that_say_the_same_are_told():
    _, _, notes = one(manuscript("articles/a.md"), manuscript("articles/b.md"))
    assert notes == [
        (
            "articles/a.md and articles/b.md say the same and are 2 episodes: "
            "when they are out, audiopress withdraw a-story-2 leaves one"
        )
    ]


OLD_ID = "https://strasse.example/a"  # what 0.1.0 made of straße.example


def as_before(*claims):
    """Return the records of a ledger of 0.1.0, whose hosts were those of IDNA 2003."""
    return tuple(
        replace(record, id=OLD_ID, guid=f"urn:uuid:{number}", aliases=("a.md",))
        for number, record in enumerate(known(*claims))
    )


@pytest.mark.parametrize("lines", [("One.", "Two."), ("All is", "new.")])
def test_an_article_keeps_the_guid_that_it_had_under_an_older_spelling_of_its_host(lines):
    page = manuscript("a.md", "One.", "Two.", canonical="https://straße.example/a")
    records = as_before(page)
    edited = manuscript("a.md", *lines, canonical="https://straße.example/a")
    (entry,), rejected, _ = one(edited, records=records)
    assert not rejected
    assert (entry.record.id, entry.record.guid) == (OLD_ID, "urn:uuid:0")
    assert "https://xn--strae-oqa.example/a" in entry.record.aliases
    (again,), _, _ = one(edited, records=[entry.record])
    assert again.record == entry.record


def test_another_article_is_not_taken_for_one_whose_host_was_once_spelled_alike():
    other = manuscript("b.md", "Three.", "Four.", canonical="https://strasse.example/a")
    records = [replace(record, aliases=("b.md",)) for record in known(other)]
    page = manuscript("a.md", "One.", "Two.", canonical="https://straße.example/a")
    entries, rejected, _ = one(page, other, records=records)
    assert not rejected
    assert {entry.record.id for entry in entries} == {OLD_ID, "https://xn--strae-oqa.example/a"}
    assert len({entry.record.guid for entry in entries}) == 2


STORY = "https://news.example/2026/story"
TWINS = [
    STORY + "/",
    "http://news.example/2026/story",
    "https://www.news.example/2026/story/",
    "https://news.example:443/2026/story",
    STORY + "/index.html",
    STORY + "?utm_source=feed&fbclid=1",
    "HTTPS://NEWS.EXAMPLE/2026/story",
    "https://news.example/2026/st%6Fry",
    STORY + "#comments",
    "https://news.example/2026//story",
]


@pytest.mark.parametrize("twin", TWINS)
def test_one_page_under_two_addresses_is_one_article(twin: str) -> None:
    records = known(manuscript(STORY))
    (entry,), refused, _ = one(manuscript(twin), records=records)
    assert (entry.record.id, entry.record.guid) == (STORY, records[0].guid)
    assert not refused
    # and known again when it is corrected wholly, for it has been seen there
    (again,), refused, _ = one(manuscript(twin, "Anew."), records=(entry.record,))
    assert again.record.id == STORY
    assert not refused
    # new, and under both at once
    (entry,), refused, _ = one(manuscript(STORY), manuscript(twin))
    assert normalize_url(entry.record.id) == entry.record.id
    assert not refused


@pytest.mark.parametrize("twin", [*TWINS[:5], STORY + "?page=2", STORY.replace("2026", "2025")])
def test_another_text_under_an_address_alike_is_another_article(twin: str) -> None:
    records = known(manuscript(STORY))
    entries, refused, _ = one(manuscript(STORY), manuscript(twin, "Other."), records=records)
    if normalize_url(twin) != normalize_url(STORY):
        assert len({entry.record.guid for entry in entries}) == 2
        assert not refused


def test_what_was_published_as_two_stays_two() -> None:
    first, second = known(manuscript(STORY, "A.", "B."), manuscript(STORY + "/", "C.", "D."))
    same = replace(second, texts=first.texts)
    entries, refused, _ = one(
        manuscript(STORY, "A.", "B."), manuscript(STORY + "/", "A.", "B."), records=(first, same)
    )
    assert {entry.record.guid for entry in entries} == {first.guid, second.guid}
    assert not refused


OTHER = "https://news.example/2026/other"


def test_a_canonical_of_another_article_is_seen_through() -> None:
    mine = manuscript(OTHER, "Of its own.", "All of it.")
    records = known(manuscript(STORY), mine)
    wrong = manuscript(OTHER, "Of its own.", "All of it.", canonical=STORY)
    for claims in ((manuscript(STORY), wrong), (wrong,)):
        entries, refused, notes = one(*claims, records=records)
        assert not refused
        assert {entry.record.id for entry in entries} == {normalize_url(c.uri) for c in claims}
        assert any("another article's" in note for note in notes)


def test_a_new_article_whose_canonical_is_another_is_taken() -> None:
    wrong = manuscript(OTHER, "Of its own.", "All of it.", canonical=STORY)
    entries, refused, _ = one(manuscript(STORY), wrong)
    assert {entry.record.id for entry in entries} == {STORY, OTHER}
    assert not refused


@pytest.mark.parametrize("place", [OTHER, "https://news.example/print/story", STORY + "/amp"])
def test_the_same_text_goes_by_its_canonical_address(place: str) -> None:
    copy = manuscript(place, canonical=STORY)
    for records in ((), known(manuscript(STORY))):
        (entry,), refused, _ = one(manuscript(STORY), copy, records=records)
        assert entry.record.id == STORY
        assert not refused


def of_list(item, text_from, **facts):
    return replace(item, facts=SourceFacts(text_from=text_from, **facts))


def opened(item, words):
    said = item.script.utterances
    opening = replace(said[0], role="opening", source=words, spoken=words)
    return replace(item, script=Script(utterances=(opening, *said)))


def test_of_two_lists_the_one_that_knows_the_author_is_heard() -> None:
    records = known(opened(manuscript(STORY), "By Ann Lee."))
    bare = of_list(manuscript(OTHER, former=STORY), "page")
    full = of_list(opened(manuscript(STORY), "By Ann Lee."), "feed")
    for claims in ((bare, full), (full, bare)):
        (entry,), refused, _ = one(*claims, records=records)
        assert entry.manuscript is full
        assert OTHER in entry.record.aliases
        assert not refused


def test_of_a_feed_that_is_behind_and_a_page_the_page_is_heard() -> None:
    records = known(manuscript(STORY))
    behind = of_list(manuscript(STORY), "feed", modified=NOW.replace(day=1))
    page = manuscript(OTHER, "One.", "Two.", "Three.", "Four, edited.", former=STORY)
    for facts in ({"modified": NOW}, {"modified": NOW.replace(day=1)}):
        (entry,), refused, _ = one(behind, of_list(page, "page", **facts), records=records)
        assert entry.manuscript.uri == OTHER
        assert not refused
