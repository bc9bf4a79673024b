"""Where an article is that is not published any more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.store.records import Record
from audiopress.studio.files.host import HostView

NOW = datetime(2026, 3, 14, tzinfo=UTC)


@pytest.mark.parametrize("state", ["withdrawn", "vanished", "expired"])
def test_what_was_taken_out_is_not_called_made_here(state):
    record = Record(id="a", guid="a", slug="a", first_seen=NOW, published=NOW, state=state)
    view = HostView(target="", folder="output", address="", preview=False)
    assert view.find_place(record) == "gone"
