"""The language of a page: its tag in any writing, unless the text is plainly in another."""

from __future__ import annotations

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.extract import extract
from audiopress.reading.metadata.page_language import read_language_tag
from tests.unit.ferry_page import HEAD, PARAGRAPHS

GERMAN = (
    "<p>Am Montag hat die erste Fähre seit dem Sturm den Hafen mit achtzig Menschen an Bord "
    "verlassen, und der Kapitän sagte, dass die Fahrt ruhig gewesen sei.</p><p>Ein zweites Schiff "
    "soll im Frühling folgen, wenn der Anleger auf der Insel auch wieder in Ordnung ist.</p>"
    "<p>Die Reederei rechnet mit vierzigtausend Menschen im Jahr, das sind halb so viele wie vor "
    "dem Sturm.</p>"
)
PORTUGUESE = (
    "<p>A primeira balsa desde a tempestade deixou o porto na segunda-feira com oitenta pessoas a "
    "bordo, e o capitão disse que a travessia foi calma e que não houve atrasos.</p><p>Um segundo "
    "barco deve seguir na primavera, quando o cais da ilha também estiver pronto.</p><p>A empresa "
    "espera quarenta mil pessoas por ano, metade das que viajavam antes da tempestade.</p>"
)
ITALIAN = (
    "<p>Il primo traghetto dopo la tempesta ha lasciato il porto lunedì con ottanta persone "
    "a bordo, e il capitano ha detto che la traversata è stata tranquilla.</p><p>Una seconda nave "
    "seguirà in primavera, quando anche il molo dell'isola sarà stato riparato.</p><p>La compagnia "
    "aspetta quarantamila persone all'anno, la metà di quelle che viaggiavano prima.</p>"
)
NORWEGIAN = (
    "<p>Den første fergen siden stormen forlot havnen mandag morgen med åtti mennesker om bord, og "
    "kapteinen sa at overfarten hadde vært rolig og at det ikke var noen forsinkelser.</p><p>En "
    "annen båt skal følge til våren, når kaia på øya også er reparert.</p><p>Rederiet venter førti "
    "tusen mennesker i året, halvparten så mange som før stormen.</p>"
)


def read(text: str, language: str, reading: Reading | None = None) -> Article:
    page = f"<html lang='{language}'><head><title>{HEAD}</title></head><body><h1>{HEAD}</h1>{text}"
    document = Document(uri="https://example.org/a", media_type="text/html", body=page.encode())
    return extract(document, reading or Reading())


@pytest.mark.parametrize(
    ("text", "claimed", "language"),
    [
        (PARAGRAPHS, "de", "en-GB"),
        (PARAGRAPHS, "nl", "en-GB"),
        (PARAGRAPHS, "ja", "en-GB"),
        (GERMAN, "en", "de"),
        (GERMAN, "en-US", "de"),
        (PORTUGUESE, "en-US", "pt"),
        (ITALIAN, "fr", "it"),
        (NORWEGIAN, "en", "no"),
    ],
)
def test_a_text_that_is_plainly_in_another_language_decides(
    text: str, claimed: str, language: str
) -> None:
    article = read(text, claimed)
    assert article.language == language
    assert f"in {claimed}, and its text is in" in article.notes[0]


@pytest.mark.parametrize(
    ("text", "claimed", "language"),
    [
        (PARAGRAPHS, "en-AU", "en-AU"),
        (GERMAN, "de-AT", "de-AT"),
        (PORTUGUESE, "pt-BR", "pt-BR"),
        # languages that are taken for one another
        (NORWEGIAN, "nb", "nb"),
        (NORWEGIAN, "da", "da"),
        (PORTUGUESE, "gl", "gl"),
        # too short to tell, in two languages, or with a long quotation
        ("<p>The ferry was late.</p>", "de", "de"),
        (PARAGRAPHS + GERMAN, "en-GB", "en-GB"),
        (GERMAN + "<p>„The harbour is open, and it is ours“, sagt er.</p>", "de", "de"),
        (PARAGRAPHS + GERMAN[: len(GERMAN) // 3], "en-GB", "en-GB"),
    ],
)
def test_a_page_is_believed_where_its_text_does_not_contradict(
    text: str, claimed: str, language: str
) -> None:
    article = read(text, claimed)
    assert article.language == language
    assert article.notes == ()


def test_what_the_show_says_is_not_doubted() -> None:
    article = read(PARAGRAPHS, "de", Reading(language="fr"))
    assert (article.language, article.notes) == ("fr", ())


def test_the_article_may_say_another_language_than_the_page() -> None:
    page = f"<html lang=de><body><main lang=en-GB><h1>{HEAD}</h1><p>The ferry is late.</p></main>"
    document = Document(uri="https://example.org/a", media_type="text/html", body=page.encode())
    assert extract(document, Reading()).language == "en-GB"


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en_GB", "en-GB"),
        ("EN", "en"),
        ("english", "en"),
        ("German", "de"),
        ("x-default", ""),
        ("zxx", ""),
        ("und", ""),
        ("de-DE-u-nu-latn", "de-DE"),
        ("zh-Hans-CN", "zh-CN"),
        ("en-UK", "en-GB"),
        ("deu", "de"),
        ("en_US.UTF-8", "en-US"),
        ("sr-Latn", "sr"),
        ("klingonish", ""),
        ("", ""),
    ],
)
def test_tags(written: str, tag: str) -> None:
    assert read_language_tag(written) == tag


def test_a_tag_that_nobody_knows_is_told() -> None:
    article = read(PARAGRAPHS, "klingonish")
    assert article.language == "en-GB"
    assert article.notes == (
        'the language "klingonish" (lang of <html>) is none that we know, and is not used',
    )
    assert read(PARAGRAPHS, "x-default").notes == ()
