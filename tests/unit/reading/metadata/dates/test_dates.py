"""Dates as metadata, datelines and people write them."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from audiopress.reading.metadata.dates.dates import find_date, is_dateline, read_date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024-10-31T21:35:00Z", "2024-10-31T21:35:00+00:00"),
        ("2024-10-31", "2024-10-31T00:00:00+00:00"),
        ("20241031", "2024-10-31T00:00:00+00:00"),
        ("31 October 2024, 21:35", "2024-10-31T21:35:00+00:00"),
        ("Oct. 31st, 2024 9:35 p.m.", "2024-10-31T21:35:00+00:00"),
        ("2024-10-31T21:35:00+05:30", "2024-10-31T21:35:00+05:30"),
        ("Thu, 31 Oct 2024 21:35:00 -0400", "2024-10-31T21:35:00-04:00"),
    ],
)
def test_dates(written: str, date: str) -> None:
    found = read_date(written)
    assert found is not None
    assert found.isoformat() == date


@pytest.mark.parametrize("written", ["yesterday", "2024-13-45", "", "the May election"])
def test_no_date(written: str) -> None:
    assert read_date(written) is None


def test_a_sentence_with_a_date_is_no_dateline() -> None:
    assert is_dateline("Published: Thursday 31 October 2024 at 9.35pm GMT")
    assert not is_dateline("He resigned on 31 October 2024")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("31/10/2024 21:35", datetime(2024, 10, 31, 21, 35, tzinfo=UTC)),
        ("Published: 31.10.2024", datetime(2024, 10, 31, tzinfo=UTC)),
        ("10/31/2024 9:35 pm", datetime(2024, 10, 31, 21, 35, tzinfo=UTC)),
        ("3/3/2024", datetime(2024, 3, 3, tzinfo=UTC)),
        ("3/4/2024", None),
        ("31/31/2024", None),
    ],
)
def test_a_date_in_figures_is_read_where_it_can_mean_one_day(
    line: str, date: datetime | None
) -> None:
    assert is_dateline(line)
    assert find_date(line) == date


MAY = "2024-05-03T00:00:00+00:00"
FOREIGN = {
    "3. Mai 2024": MAY,
    "Freitag, 3. Mai 2024": MAY,
    "Fr., 3. Mai 2024, 14:30 Uhr": "2024-05-03T14:30:00+00:00",
    "Veröffentlicht am 3. Mai 2024 um 14.30 Uhr": "2024-05-03T14:30:00+00:00",
    "Stand: 3. Mai 2024, 14 Uhr": "2024-05-03T14:00:00+00:00",
    "3. Mai 2024, 14:30 MESZ": "2024-05-03T14:30:00+02:00",
    "Freitag, 5. April 2024": "2024-04-05T00:00:00+00:00",
    "1. März 2024": "2024-03-01T00:00:00+00:00",
    "31. Dez. 2024": "2024-12-31T00:00:00+00:00",
    "3 mai 2024": MAY,
    "le 3 mai 2024": MAY,
    "vendredi 3 mai 2024": MAY,
    "Publié le 3 mai 2024 à 14h30": "2024-05-03T14:30:00+00:00",
    "Publié le 3 mai 2024 - Mis à jour le 4 mai 2024": MAY,
    "vendredi 1er mars 2024": "2024-03-01T00:00:00+00:00",
    "1er août 2024": "2024-08-01T00:00:00+00:00",
    "12 févr. 2024": "2024-02-12T00:00:00+00:00",
    "3 de mayo de 2024": MAY,
    "viernes, 3 de mayo de 2024": MAY,
    "Publicado el 3 de mayo del 2024 a las 14:30": "2024-05-03T14:30:00+00:00",
    "3 maggio 2024": MAY,
    "venerdì 3 maggio 2024, ore 14:30": "2024-05-03T14:30:00+00:00",
    "sexta-feira, 3 de maio de 2024": MAY,
    "1º de maio de 2024": "2024-05-01T00:00:00+00:00",
    "Publicado em 3 de maio de 2024 às 14h30": "2024-05-03T14:30:00+00:00",
    "3 mei 2024": MAY,
    "14h30 3 mai 2024": "2024-05-03T14:30:00+00:00",
    "3. Mai 2024 14 Uhr": "2024-05-03T14:00:00+00:00",
    "Samstag, 4.Mai 2024": "2024-05-04T00:00:00+00:00",
    "3 aout 2024": "2024-08-03T00:00:00+00:00",
    "3 de marco de 2024": "2024-03-03T00:00:00+00:00",
    "3. Jänner 2024": "2024-01-03T00:00:00+00:00",
    "vrijdag 5 april 2024 om 14:30": "2024-04-05T14:30:00+00:00",
}


@pytest.mark.parametrize("line", FOREIGN)
def test_dates_in_other_languages(line: str) -> None:
    found = find_date(line)
    assert found is not None
    assert found.isoformat() == FOREIGN[line]
    assert read_date(line) == found
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Er trat am 3. Mai 2024 zurück",
        "Freitag, le 3 mai 2024",
        "Le 3 mai 2024, le ministre",
        "Berlin, 3. Mai 2024",
        "Top 10 Filme 2024",
        "3. Technologie 2025",
        "Friday 3 mayoral votes 2024",
        "Lundi 3 May 2024",
        "30. Februar 2024",
        "31 avril 2024",
        "0 mai 2024",
        "99 mai 2024",
    ],
)
def test_what_is_no_dateline_in_any_language(line: str) -> None:
    assert not is_dateline(line)


@pytest.mark.parametrize("line", ["31. Februar 2024", "3 brumaire 2024", "3 de mayonesa de 2024"])
def test_no_date_in_any_language(line: str) -> None:
    assert find_date(line) is None


def test_names_are_loaded_for_dates_in_other_languages_only() -> None:
    program = (
        "import sys; from audiopress.reading.metadata.dates.dates import find_date, is_dateline;"
        "[is_dateline(line) for line in ('Fri 3 May 2024', 'Minister resigns 3 May 2024',"
        " 'Top ten films of 2024', 'He resigned on 31 October 2024', '3/4/2024', '2024-05-03')];"
        "print('babel' in sys.modules, is_dateline('3. Mai 2024'), 'babel' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True", "True"]
