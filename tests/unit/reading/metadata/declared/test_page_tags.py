from __future__ import annotations

import pytest

from audiopress.reading.formats.front_matter_values import make_front_matter
from audiopress.reading.metadata.declared.page_tags import find_tags


@pytest.mark.parametrize(
    ("data", "meta", "tags"),
    [
        ({"keywords": ["Sea", "Ice &amp; snow"]}, {}, ("Sea", "Ice & snow")),
        ({"keywords": "Sea, Ice"}, {"keywords": ["site"]}, ("Sea", "Ice")),
        ({"keywords": [{"@type": "DefinedTerm", "name": "Sea"}]}, {}, ("Sea",)),
        ({}, {"article:tag": ["Sea", "Ice", "Sea"]}, ("Sea", "Ice")),
        ({}, {"news_keywords": ["Sea, Ice"]}, ("Sea", "Ice")),
        ({}, {"keywords": [" , "]}, ()),
        ({"keywords": 12}, {}, ()),
        ({}, {}, ()),
    ],
)
def test_what_a_page_is_about(data: dict, meta: dict, tags: tuple[str, ...]) -> None:
    assert find_tags(data, meta) == tags


@pytest.mark.parametrize(
    ("values", "tags"),
    [
        ({"tags": ["sea", "ice"]}, ("sea", "ice")),
        ({"Tags": "sea, ice"}, ("sea", "ice")),
        ({"tags": None, "keywords": "sea"}, ("sea",)),
        ({"tag": "a b"}, ("a b",)),
        ({"title": "A"}, ()),
    ],
)
def test_what_a_file_is_about(values: dict, tags: tuple[str, ...]) -> None:
    assert make_front_matter(values, "", "a.md").tags == tags
