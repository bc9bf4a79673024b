# ruff: noqa: RUF001, E501 - typographic marks are what it is about
"""The small parts of reading, each by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.errors import ConfigError, ReadingError
from audiopress.model import Document, Reading
from audiopress.press.steps.read import Reader, shipped_lexicon
from audiopress.reading.extract import MOST_BYTES, MOST_CHARACTERS, extract
from audiopress.reading.metadata.dates import is_dateline, read_date
from audiopress.settings import load
from audiopress.speaking.english.normalize import normalize_english
from audiopress.speaking.english.numbers.number_words import say_cardinal, say_ordinal, say_year
from audiopress.speaking.lexicon import Lexicon, add_word, parse_pls
from audiopress.speaking.normalize import normalize_text
from audiopress.speaking.source_spans import find_source_spans
from audiopress.store.cache import Cache
from audiopress.text.decode import decode, tidy
from audiopress.text.language import guess_language
from tests.corpus.sentences import clauses, sentences

TEXT = "Der Präsident sagte: “Nein” – für 5 €."


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("utf-16-be"), None),
        (TEXT.encode("utf-16-le"), None),
        (TEXT.encode("utf-32"), None),
        (TEXT.encode("cp1252"), None),
        (TEXT.encode("cp1252"), "iso-8859-1"),
        (TEXT.encode(), "iso-8859-1"),
        (b"<meta charset=utf-8>" + TEXT.encode("cp1252"), None),
        (b"<meta charset=utf-16>" + TEXT.encode(), None),
    ],
)
def test_bytes_are_read_as_browsers_read_them(body: bytes, charset: str | None) -> None:
    assert decode(body, charset).removeprefix("<meta charset=utf-8>").endswith(TEXT)


def test_a_declared_encoding_counts() -> None:
    body = '<meta charset="windows-1251"><p>Москва'.encode("cp1251")
    assert decode(body).endswith("Москва")


@given(st.text())
def test_utf8_comes_back(text: str) -> None:
    clean = text.encode("utf-8", "replace").decode("utf-8")
    expected = clean.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" not in clean:
        assert decode(clean.encode()) == expected


@given(st.binary(max_size=200))
def test_any_bytes_become_text(body: bytes) -> None:
    assert isinstance(tidy(decode(body)), str)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-10-31T21:35:00Z", datetime(2024, 10, 31, 21, 35, tzinfo=UTC)),
        ("2024-10-31", datetime(2024, 10, 31, tzinfo=UTC)),
        ("20241031", datetime(2024, 10, 31, tzinfo=UTC)),
        ("31 October 2024, 21:35", datetime(2024, 10, 31, 21, 35, tzinfo=UTC)),
        ("Oct. 31st, 2024 9:35 p.m.", datetime(2024, 10, 31, 21, 35, tzinfo=UTC)),
        ("2024-10-31T21:35:00+05:30", datetime(2024, 10, 31, 21, 35, tzinfo=timezone(timedelta(minutes=330)))),
        ("Thu, 31 Oct 2024 21:35:00 -0400", datetime(2024, 10, 31, 21, 35, tzinfo=timezone(timedelta(hours=-4)))),
    ],
)  # fmt: skip
def test_dates(written: str, date: datetime) -> None:
    assert read_date(written) == date


@pytest.mark.parametrize("written", ["yesterday", "2024-13-45", "", "the May election"])
def test_no_date(written: str) -> None:
    assert read_date(written) is None


def test_a_sentence_with_a_date_is_no_dateline() -> None:
    assert is_dateline("Published: Thursday 31 October 2024 at 9.35pm GMT")
    assert not is_dateline("He resigned on 31 October 2024")


@given(st.integers(0, 10**18 - 1))
def test_every_number_has_words(number: int) -> None:
    words = say_cardinal(number)
    assert words
    assert not any(char.isdigit() for char in words)
    assert say_cardinal(number, british=True).replace(" and ", " ") == words
    assert say_ordinal(number).split()[:-1] == words.split()[:-1]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1900, "nineteen hundred"), (1905, "nineteen oh five"), (2000, "two thousand"),
     (2008, "two thousand eight"), (2024, "twenty twenty four"), (1066, "ten sixty six")],
)  # fmt: skip
def test_years(number: int, words: str) -> None:
    assert say_year(number) == words


@given(st.text(alphabet="abc 0123456789£$%.,-–/:'()#@&½°m", max_size=40))
def test_nothing_written_stops_the_rules_and_no_figure_is_left(text: str) -> None:
    said = normalize_english(text, "en-GB")
    assert not any(char.isdigit() for char in said)


@given(st.text(max_size=60))
def test_the_rules_are_deterministic(text: str) -> None:
    assert normalize_english(text, "en-US") == normalize_english(text, "en-US")


def test_languages_without_asking() -> None:
    assert guess_language("The defence secretary said the programme would cost £5m.") == "en-GB"
    assert guess_language("The defense secretary said the program would cost $5.00.") == "en-US"
    assert guess_language("Der Minister sagte, dass die Kosten für das Programm steigen.") == "de"
    assert guess_language("Le ministre a dit que le coût du programme est dans la loi.") == "fr"


PLS = b"""<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa"
 xml:lang="en">
  <!-- ours -->
  <lexeme><grapheme>KCNA</grapheme><alias>K C N A</alias></lexeme>
  <lexeme><grapheme>Siobhan</grapheme><grapheme>Siobh\xc3\xa1n</grapheme>
    <phoneme>\xca\x83\xc9\xaav\xc9\x94\xcb\x90n</phoneme></lexeme>
</lexicon>
"""


def test_a_lexicon_changes_whole_words_only() -> None:
    lexicon = parse_pls(PLS, "a.pls")
    said = normalize_text(
        "Siobhan of KCNA, not KCNAX, paid £5.", "en-GB", lexicon.select_words("en-GB")
    ).text
    assert said == "[[ʃɪvɔːn]] of K C N A, not KCNAX, paid five pounds."


def test_a_lexicon_is_for_its_language() -> None:
    lexicon = parse_pls(PLS, "a.pls")
    assert normalize_text("KCNA", "de", lexicon.select_words("de")).text == "KCNA"


def test_the_later_lexicon_wins() -> None:
    later = parse_pls(add_word(b"", "KCNA", "Kay C N A"), "b.pls")
    assert (
        normalize_text("KCNA", "en", parse_pls(PLS, "a.pls").merge(later).select_words("en")).text
        == "Kay C N A"
    )
    assert normalize_text("KCNA", "en", Lexicon.empty().select_words("en")).text == "KCNA"


def test_words_are_shipped_and_the_show_wins(tmp_path) -> None:
    (tmp_path / "own.pls").write_bytes(add_word(b"", "coup", "coop"))
    (tmp_path / "audiopress.toml").write_text('[edition]\nlexicons = ["own.pls"]\n', "utf-8")
    settings = load(tmp_path / "audiopress.toml", root=tmp_path)
    own = Reader(settings, Cache(settings.cache), keep=False).lexicon
    assert shipped_lexicon().select_words("en-GB").said["coup"] == "coo"
    assert shipped_lexicon().select_words("de").said == {}
    assert own.select_words("en-GB").said["coup"] == "coop"
    assert own.select_words("en-GB").said["Huawei"] == "Wah way"


def test_signs_of_private_use_are_no_words_of_the_lexicon() -> None:
    words = parse_pls(PLS, "a.pls").select_words("en")
    assert normalize_text("\ue000 and \U000f0000 KCNA", "en", words).text == "and K C N A"


def test_adding_keeps_the_rest_to_the_byte() -> None:
    once = add_word(PLS, "B & Q", "B and Q")
    assert b"<!-- ours -->" in once
    assert (
        once.replace(
            b"  <lexeme><grapheme>B &amp; Q</grapheme><alias>B and Q</alias></lexeme>\n", b""
        )
        == PLS
    )
    assert add_word(once, "B & Q", "B and Q") == once
    assert (
        normalize_text("At B & Q", "en", parse_pls(once, "a.pls").select_words("en")).text
        == "At B and Q"
    )


@pytest.mark.parametrize("body", [b"no xml", b"<html/>", b"<lexicon><lexeme/></lexicon>"])
def test_a_broken_lexicon_is_named(body: bytes) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_pls(body, "a.pls")
    assert "a.pls" in caught.value.where
    assert caught.value.hint


def test_external_entities_are_not_followed() -> None:
    body = b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]><lexicon><lexeme><grapheme>a&x;</grapheme><alias>b</alias></lexeme></lexicon>'
    assert [entry.grapheme for entry in parse_pls(body, "a.pls").entries] == ["a&x;"]


def test_spans_lead_back_to_the_written_text() -> None:
    source, spoken = "Around 8,000 troops (KCNA) left.", "Around eight thousand troops (KCNA) left."
    words = [(0, 6), (7, 12), (13, 21), (22, 28), (30, 34), (36, 40)]
    found = find_source_spans(source, spoken, words)
    assert [source[start:end] for start, end in filter(None, found)] == [
        "Around", "8,000", "8,000", "troops", "KCNA", "left",
    ]  # fmt: skip


@given(st.text(max_size=40), st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_spans_stay_inside(source: str, spoken: str, at: int, to: int) -> None:
    for span in find_source_spans(source, spoken, [(at, to)]):
        assert span is None or 0 <= span[0] < span[1] <= len(source)


def test_sentences() -> None:
    assert sentences("The U.S. said no. President Biden agreed.") == (
        "The U.S. said no.", "President Biden agreed.",
    )  # fmt: skip
    assert (
        sentences("It rose to approx. 40 people. All left.")[0] == "It rose to approx. 40 people."
    )


@given(st.text(alphabet="ab ,;", max_size=80), st.integers(1, 30))
def test_clauses_lose_no_letter(text: str, longest: int) -> None:
    joined = " ".join(clauses(text, longest))
    assert joined.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/pdf", b"%PDF"),
        ("text/plain", b" \n "),
        ("text/html", b""),
        ("text/html", b"<html><body><script>x</script></body></html>"),
        ("text/markdown", b"---\nno key here\n---\ntext"),
        ("text/plain", b"x" * (MOST_BYTES + 1)),
        ("text/plain", b"x " * MOST_CHARACTERS),
    ],
)
def test_what_cannot_be_read_is_named(media_type: str, body: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        extract(Document(uri="a", media_type=media_type, body=body), Reading())
    assert caught.value.where == "a"
    assert caught.value.hint


def test_front_matter_and_blocks_of_markdown() -> None:
    body = b"""---
title: "The \\"bridge\\""
author: [Jane Doe, John Roe]
date: 2025-03-02
id: bridge-1
---
# Ignored heading

First *paragraph* with a [link](https://example.org).

## Part

- one
- two

> Said so.

```
code
```
"""
    article = extract(Document(uri="a.md", media_type="text/markdown", body=body), Reading())
    assert article.title == 'The "bridge"'
    assert article.byline == "Jane Doe, John Roe"
    assert article.declared_id == "bridge-1"
    assert article.published == datetime(2025, 3, 2, tzinfo=UTC)
    assert [(b.kind, b.level, b.text) for b in article.blocks] == [
        ("heading", 1, "Ignored heading"),
        ("paragraph", 0, "First paragraph with a link."),
        ("heading", 2, "Part"),
        ("list_item", 0, "one"),
        ("list_item", 0, "two"),
        ("quote", 0, "Said so."),
    ]


def test_other_languages_say_their_numbers() -> None:
    assert "zweitausendvierundzwanzig" in normalize_text("Im Jahr 2024 kam er.", "de").text
    assert normalize_text("Louis XIV a payé 5 €.", "fr").text == "Louis quatorze a payé cinq euros."
    assert normalize_text("Felipe VI llegó.", "es").text == "Felipe sexto llegó."


def test_what_no_rule_understood_is_listed() -> None:
    assert normalize_text("It is ^_^ well.", "en").unsure == ("^_^",)
    assert normalize_text("It cost £5.", "en").unsure == ()
    assert normalize_text("The word Зима and 冬 (winter).", "en").unsure == ("Зима", "冬")
    assert normalize_text("¿Qué es «esto»?", "es").unsure == ()
    assert normalize_text("Это зима.", "ru").unsure == ()
