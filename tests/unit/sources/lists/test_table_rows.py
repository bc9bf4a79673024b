"""Tables of addresses, whatever their columns are called."""

from __future__ import annotations

import pytest

from audiopress.sources.lists.table_rows import read_table

URL = "https://post.example.org/ferry/"


@pytest.mark.parametrize(
    "text",
    [
        f"url\n{URL}\n{URL}2\n",
        f"Seite\n{URL}\n{URL}2\n",
        f"Titel;Adresse\nThe ferry;{URL}\nIce;{URL}2\n",
        f"Lien,Titre\n{URL},The ferry\n{URL}2,Ice\n",
        f'"A";"B";"C"\n"1";"{URL}";"x"\n"2";"{URL}2";"y"\n',
    ],
)
def test_the_names_of_columns_are_no_article(text: str) -> None:
    items = read_table(text).items

    assert [item.address for item in items] == [URL, f"{URL}2"]
    assert [item.place for item in items] == ["row 2", "row 3"]
    assert not any(item.fault for item in items)


def test_a_table_without_names_has_its_first_row() -> None:
    items = read_table(f"The ferry,{URL}\nIce,{URL}2\n").items

    assert [item.place for item in items] == ["row 1", "row 2"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (f"url\n\n{URL}\n\n\n{URL}2\n", [3, 6]),
        (f"\n\nurl\n{URL}\n", [4]),
        (f"title,url\n,\nThe ferry,{URL}\n , \nIce,{URL}2\n", [3, 5]),
        (f"The ferry,{URL}\r\n\r\nIce,{URL}2\r\n", [1, 3]),
        (f'title,url\n"The\nferry",{URL}\n\nIce,{URL}2\n', [2, 4]),
    ],
)
def test_a_row_has_the_number_that_its_program_shows(text: str, rows: list[int]) -> None:
    items = read_table(text).items

    assert [item.place for item in items] == [f"row {number}" for number in rows]
    assert all(item.address.startswith(URL) for item in items)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("Monday", "row 1 is taken for the name of the column, and is no article: Monday"),
        ("Seite", "row 1 is taken for the name of the column, and is no article: Seite"),
        ("\n\nHarbour", "row 3 is taken for the name of the column, and is no article: Harbour"),
        ("url", ""),
        ("LINK", ""),
    ],
)
def test_a_first_word_that_no_service_writes_is_named(head: str, said: str) -> None:
    assert read_table(f"{head}\n{URL}\n{URL}2\n").remarks == ((said,) if said else ())


def test_so_are_several() -> None:
    (said,) = read_table(f"The ferry;soon\nIce;{URL}\nSnow;{URL}2\n").remarks
    assert "names of the columns" in said
    assert said.endswith("The ferry, soon")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"title\turl\nThe ferry\t{URL}\n{URL}2\n", [URL, f"{URL}2"]),
        (f"title,url\nThe ferry, again,{URL}\nIce,{URL}2\n", [URL, f"{URL}2"]),
        (f'title,url\n"The ferry,{URL}\nIce,{URL}2\n', [URL, f"{URL}2"]),
        (f'url;title\n{URL};"The ferry\n{URL}2;"Ice\n{URL}3;Snow\n', [URL, f"{URL}2", f"{URL}3"]),
        (f"url,tags\n{URL},sea\n,,{URL}2\n", [URL, f"{URL}2"]),
    ],
)
def test_no_row_is_lost_that_has_an_address(text: str, found: list[str]) -> None:
    assert [item.address for item in read_table(text).items] == found


def test_a_row_without_an_address_is_named_by_what_it_says() -> None:
    item = read_table(f"title,url\nIce,{URL}\nhallo\n").items[1]

    assert (item.place, item.id, bool(item.fault)) == ("row 3", "hallo", True)


def test_a_cell_of_several_lines_is_one() -> None:
    text = f'url,note\n{URL},"see\n{URL}3"\n{URL}2,\n'

    assert [item.address for item in read_table(text).items] == [URL, f"{URL}2"]
