import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.errors import IdentityError
from audiopress.publish.by_url import make_by_url_path

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "by_url.json").read_text("utf-8"))
PATH_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="?#"))


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: ascii(row["address"])[:60])
def test_table(row: dict[str, str | None]) -> None:
    address = row["address"]
    assert address is not None
    if row["path"] is None:
        with pytest.raises(IdentityError) as caught:
            make_by_url_path(address)
        assert caught.value.hint
    else:
        assert make_by_url_path(address) == row["path"]


@given(PATH_TEXT, st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="#")))
def test_every_path_is_safe_to_write(path: str, query: str) -> None:
    below = make_by_url_path(f"https://example.com/{path}?{query}")
    assert re.fullmatch(r"by-url/example\.com/([a-z0-9_.-]+/)*index\.json", below)
    assert all(name.strip(".") for name in below.split("/"))
    assert not any(name.startswith(".") for name in below.split("/"))
    assert max(map(len, below.split("/"))) <= 80
    assert len(below) <= 220


@given(PATH_TEXT, st.sampled_from(["", "/", "/index.html", "#end", "?utm_source=x", "/?fbclid=1"]))
def test_what_does_not_count_does_not_count(path: str, ending: str) -> None:
    base = f"https://example.com/a{path}z"
    assert make_by_url_path(base + ending) == make_by_url_path(base)


@given(st.text("aA_.b- /é", min_size=1, max_size=12))
def test_two_pages_have_two_paths(text: str) -> None:
    plain = "/".join(part for part in text.split("/") if part.strip(". "))
    one, other = (
        make_by_url_path(f"https://example.com/{way}z") for way in (plain, plain.swapcase())
    )
    assert (one == other) == (plain == plain.swapcase())
