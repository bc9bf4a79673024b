"""A table of sentences is read row by row; one of figures or words stays a table."""

from __future__ import annotations

import pytest

from tests.unit.reading_pages import read


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = ()) -> str:
    head = "".join(f"<th>{name}</th>" for name in heads)
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table>{f'<tr>{head}</tr>' if heads else ''}{body}</table>"


READ = {
    table(
        ("Ada", "She wrote the first program for a machine."),
        ("Grace", "She found the moth in the relay."),
        heads=("Name", "What she did"),
    ): [
        "Ada: She wrote the first program for a machine.",
        "Grace: She found the moth in the relay.",
    ],
    table(
        ("Ada", "1843", "She wrote the first program."),
        ("Grace", "1952", "She wrote a compiler."),
    ): ["Ada, 1843: She wrote the first program.", "Grace, 1952: She wrote a compiler."],
    table(
        ("Question", "Will the bridge be open in May?"),
        ("Answer", "Nobody knows that yet."),
        ("Question", "Who pays for it?"),
    ): ["Question: Will the bridge be open in May?", "Answer: Nobody knows that yet."],
    table(
        ("Ada", "She wrote it.", "It was never run."),
        ("Grace", "She found it.", "It is in a museum"),
    ): ["Ada: She wrote it. It was never run.", "Grace: She found it. It is in a museum."],
    table(
        ("Harbour office", "the people who open the bridge for ships and write down each"),
        ("Pilots", "those who bring in what is longer than the quay"),
        heads=("Who", "What they do"),
    ): [
        "Harbour office: the people who open the bridge for ships and write down each.",
        "Pilots: those who bring in what is longer than the quay.",
    ],
    table(
        ("<p>Ada</p>", "<p>She wrote the first program.</p>"),
        ("<p>Mary</p>", "<p>She found <b>bones</b> on the beach.</p>"),
    ): ["Ada: She wrote the first program.", "Mary: She found bones on the beach."],
}


@pytest.mark.parametrize("page", READ)
def test_a_table_of_sentences_is_read_by_its_rows(page: str) -> None:
    spoken, _ = read(page)
    assert [line for line in READ[page] if line not in spoken] == []


STAY = {
    "figures": table(("Mon", "12", "14"), ("Tue", "15", "11"), heads=("Day", "Low", "High")),
    "words": table(("France", "Paris"), ("Spain", "Madrid"), ("Italy", "Rome")),
    "facts": table(("Born", "10 December 1815 in London"), ("Work", "Mathematics, machines")),
    "short": table(
        ("Bus", "from the market, each half hour"), ("Tram", "from the quay, at night too")
    ),
    "registers": table(
        ("Bus", "12", "from the market to the quay and back, each half hour"),
        ("Tram", "3", "from the quay to the old town hall, at night too"),
    ),
    "links": table(
        ("Ada", "<a href=/a>She wrote the first program.</a>"),
        ("Mary", "<a href=/b>She found bones on the beach.</a>"),
    ),
    "scores": table(("United", "3", "City"), ("Rovers", "0", "Town")),
}


@pytest.mark.parametrize("kind", STAY)
def test_another_table_is_left_out_and_called_none_of_figures(kind: str) -> None:
    spoken, left = read(STAY[kind])
    assert not [line for line in spoken if ": " in line]
    assert "table" in {reason for _, reason in left} or kind == "links"


def test_the_names_of_the_columns_are_no_row() -> None:
    _, left = read(next(iter(READ)))
    assert ("Name", "table") in left
    assert ("What she did", "table") in left
