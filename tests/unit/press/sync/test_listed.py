"""What a source has lost, by any name that it had."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from audiopress.press.sync.listed import ListedArticles
from audiopress.store.ledger import Record

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SOURCE = "../site/*/index.md"


def find_missing(root, *aliases, unread=()):
    settings = SimpleNamespace(root=root, sources=[SOURCE], selected=[], ledger=root / "ledger")
    cache = SimpleNamespace(find_record=lambda *_: None)
    record = Record(
        id="file:index.md",
        guid="g",
        slug="a-story",
        first_seen=NOW,
        published=NOW,
        aliases=aliases,
        versions=(SimpleNamespace(source=SOURCE),),
    )
    identity = SimpleNamespace(id="file:2025/index.md")
    listed = ListedArticles(settings, cache)
    listed.learn([], [SimpleNamespace(source=SOURCE, identity=identity, uri="2025/index.md")])
    found = listed.find_missing([record], [record], troubled=False, unread=unread)
    return [each.id for each in found]


@pytest.fixture
def root(tmp_path):
    (tmp_path / "site/2024").mkdir(parents=True)
    (tmp_path / "site/2024/index.md").write_text("A story.", "utf-8")
    (tmp_path / "edition").mkdir()
    return tmp_path / "edition"


def test_a_file_that_is_there_under_another_of_its_names_is_not_gone(root):
    assert find_missing(root, "2024/index.md") == []
    (root.parent / "site/2024/index.md").unlink()
    assert find_missing(root, "2024/index.md") == ["file:index.md"]


def test_a_file_that_cannot_be_read_under_more_of_its_path_is_not_gone(root):
    assert find_missing(root, unread=["2024/index.md"]) == []
    assert find_missing(root, unread=["2024/other.md"]) == ["file:index.md"]
