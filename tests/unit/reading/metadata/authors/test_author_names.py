"""The names in a byline, and nothing that it says besides."""

from __future__ import annotations

import pytest

from audiopress.reading.metadata.authors.author_names import split_names
from audiopress.reading.metadata.authors.bylines import read_byline


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By ANN EXAMPLE, AP National Political Writer", "Ann Example"),
        ("ANN EXAMPLE AP National Political Writer", "Ann Example"),
        ("Jane Doe, Chief Political Correspondent", "Jane Doe"),
        ("By Jane Doe and John Roe in Paris", "Jane Doe + John Roe"),
        ("Jane Doe, PhD", "Jane Doe"),
        ("Jane Doe, M.D., Ph.D.", "Jane Doe"),
        ("Words by Jane Doe, photographs by John Roe", "Jane Doe"),
        ("Words: Jane Doe; Photos: John Roe", "Jane Doe"),
        ("Por Ana Pérez", "Ana Pérez"),
        ("Ana Pérez y Juan Gómez", "Ana Pérez + Juan Gómez"),
        ("José Ortega y Gasset", "José Ortega y Gasset"),
        ("Von Max Muster, dpa", "Max Muster"),
        ("Von Max Muster und Eva Beispiel, Berlin", "Max Muster + Eva Beispiel"),
        ("Par Marie Dupont, correspondante à Rome", "Marie Dupont"),
        ("Jane Doe | Staff writer", "Jane Doe"),
        ("Jane Doe - Senior Reporter", "Jane Doe"),
        ("JANE DOE, Associated Press", "Jane Doe"),
        ("Jane Doe, Harbour Radio", "Jane Doe"),
        ("Jane Doe, Harbour Gazette", "Jane Doe"),
        ("Jane Doe, Daily Harbour", "Jane Doe"),
        ("By Ann Example, Sunday Harbour", "Ann Example"),
        ("By Ann Example, Sunday Mail", "Ann Example"),
        ("By Ann Example, Northern Echo", "Ann Example"),
        ("By Ann Example, Le Monde", "Ann Example"),
        ("By Ann Example, New York", "Ann Example"),
        ("By Ann Example, Hong Kong", "Ann Example"),
        ("By Ann Example, North Harbour", "Ann Example"),
        ("Von Max Muster, Süddeutsche Zeitung", "Max Muster"),
        ("By Ann Example, Sunday Harbour, and Bob Sample", "Ann Example + Bob Sample"),
        ("By Ann Example, Bob Sample and Carla Third", "Ann Example + Bob Sample + Carla Third"),
        ("By Ann Example, Carla Third", "Ann Example + Carla Third"),
        ("Jane Doe, Gretchen Daily", "Jane Doe + Gretchen Daily"),
        ("Jane Doe, Sunday Okoro", "Jane Doe + Sunday Okoro"),
        ("Reporting by Jane Doe; editing by John Roe", "Jane Doe"),
        ("Reporting by Jane Doe in Oslo and John Roe in Rome; Editing by Ann Lee",
         "Jane Doe + John Roe"),
        ("Jane Doe jane.doe@example.org", "Jane Doe"),
        ("Jane Doe (@janedoe)", "Jane Doe"),
        ("Jane Doe @janedoe, John Roe <john@example.org>", "Jane Doe + John Roe"),
        ("Dr. Martin Luther King, Jr.", "Dr. Martin Luther King Jr."),
        ("Doe, Jane", "Jane Doe"),
        ("Doe, Jane; Roe, John", "Jane Doe + John Roe"),
        ("Иван Петров, 王小明, Jane Doe", "Иван Петров + 王小明 + Jane Doe"),
        ("王小明、李四", "王小明 + 李四"),
        ("Political Editor Jane Doe", "Jane Doe"),
        ("Jane Doe, Political Editor, and John Roe, Health Correspondent", "Jane Doe + John Roe"),
        ("Professor Jane Doe, Harbour University", "Professor Jane Doe"),
        ("J.K. ROWLING", "J.K. Rowling"),
        ("Jean DUPONT", "Jean Dupont"),
        ("SINÉAD O'NEIL", "Sinéad O'Neil"),
        ("Ana da Silva", "Ana da Silva"),
        ("Reuters", "Reuters"),
        ("BBC NEWS", "BBC News"),
        ("Guardian staff and agencies", "Guardian staff"),
        ("Staff", "Staff"),
        ("Our correspondent", "Our correspondent"),
        ("https://example.org/ann", ""),
        ("By Jane Doe, John Roe & Ann Lee", "Jane Doe + John Roe + Ann Lee"),
        (", ".join(f"Jane Doe{'abcdefghijkl'[n]}" for n in range(12)),
         " + ".join(f"Jane Doe{'abcdefghijkl'[n]}" for n in range(12))),
        ("Vincent van Gogh", "Vincent van Gogh"),
        ("Photographs by John Roe", ""),
        ("Doe, J.", "J. Doe"),
        ("DOE, Jane", "Jane Doe"),
        ("King, Martin Luther, Jr.", "Martin Luther King Jr."),
        ("Jane Doe\nStaff Writer", "Jane Doe"),
        ("Smith & Jones", "Smith + Jones"),
        ("Posted by Jane Doe on May 3, 2024", "Jane Doe"),
        ("JANE DOE | HARBOUR RADIO", "Jane Doe"),
        ("dpa/Max Muster", "Max Muster"),
        ("田中太郎 記者", "田中太郎"),
        ("Special to the Harbour Post", ""),
        ("Harbour staff reporter", "Harbour staff reporter"),
        ("Gabby Boucher", "Gabby Boucher"),
        ("USA TODAY", "USA Today"),
        ("Harbour Post Editorial Staff", "Harbour Post Editorial Staff"),
        ("Analysis by Jane Doe, Editor-at-large", "Jane Doe"),
        ("Jane Doe, Sr. Director of Works, Atlas Lines - 10+ Years at Sea", "Jane Doe"),
        ("Jane A. Doe CPP, PSP", "Jane A. Doe"),
    ],
)  # fmt: skip
def test_a_byline_names_persons_and_nothing_else(byline: str, names: str) -> None:
    assert " + ".join(split_names([byline])) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and J. Roe, Political Editor", "Jane Doe, J. Roe"),
        ("By Monday the ferry", ""),
        ("By ANN EXAMPLE, AP National Political Writer", "Ann Example"),
    ],
)
def test_a_line_of_text_is_read_as_a_byline(line: str, names: str) -> None:
    assert read_byline(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Example For The Daily Mail", "Ann Example"),
        ("By ANN EXAMPLE FOR THE DAILY MAIL", "Ann Example"),
        ("By ANN EXAMPLE, Sunday Times Chief Political Correspondent", "Ann Example"),
        ("By Ann Example, Daily Harbour Home Affairs Editor", "Ann Example"),
        ("By Ann Example in Berlin", "Ann Example"),
        ("By Ann Example, In Berlin", "Ann Example"),
        ("By Ann Example from Kyiv", "Ann Example"),
        ("By Ann Example and Bob Other, Staff Writers", "Ann Example, Bob Other"),
        ("By Ann Example and Bob Other in Paris and Cy Third in Rome",
         "Ann Example, Bob Other, Cy Third"),
        ("By Ann Example | Reuters", "Ann Example"),
        ("By Ann Example / AFP", "Ann Example"),
        ("By Ann Example — Associated Press", "Ann Example"),
        ("By Ann Example (Reuters)", "Ann Example"),
        ("By ANN EXAMPLE POLITICAL EDITOR", "Ann Example"),
        ("By Ann Example Special to The Gazette", "Ann Example"),
        ("By Jane Of Arc", "Jane Of Arc"),
        ("By Monday the ferry in Berlin sailed", ""),
        ("By Christmas in London all was well", ""),
        ("By then in the north", ""),
        ("By Niamh Ó Súilleabháin", "Niamh Ó Súilleabháin"),
        ("By Šárka Žáková and Øystein Åberg", "Šárka Žáková, Øystein Åberg"),
        ("By Vincent van der Berg in Berlin", "Vincent van der Berg"),
        ("By Ana e Silva", "Ana e Silva"),
        ("Por Ana Gómez y Luis Pérez", "Ana Gómez, Luis Pérez"),
        ("By Ahmed al-Sharif", "Ahmed al-Sharif"),
        ("By Carlos d'Ávila | 3 May 2024", "Carlos d'Ávila"),
        ("By J K Example", "J K Example"),
        ("By A Whisker", ""),
        ("By the Sea", ""),
    ],
)  # fmt: skip
def test_where_and_for_whom_somebody_wrote_is_no_name(line: str, names: str) -> None:
    assert read_byline(line) == names


@pytest.mark.parametrize(
    ("bylines", "names"),
    [
        (["Jane Doe", "AP"], ["Jane Doe"]),
        (["Reuters", "Jane Doe", "John Roe"], ["Jane Doe", "John Roe"]),
        (["AP", "Reuters"], ["AP", "Reuters"]),
    ],
)
def test_an_agency_beside_a_person_is_none_of_the_names(bylines: list[str], names: list[str]):
    assert split_names(bylines) == names
