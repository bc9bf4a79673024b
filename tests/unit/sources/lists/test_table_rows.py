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
