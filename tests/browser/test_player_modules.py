"""The player's modules as they are sent: several in one file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audiopress.publish.player_modules import join_modules

if TYPE_CHECKING:
    from playwright.sync_api import Page

PLAYER = Path(__file__).parents[2] / "audiopress" / "player"
MODULES = join_modules(
    {path.name: path.read_text("utf-8") for path in PLAYER.glob("*.js")}, "audiopress-player.js"
)
DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:const|let|class|function) ([\w$]+)", re.MULTILINE
)
NEVER_ASKED_FOR = {"find"}
"""Names of the browser that no module means; ``find`` is promised to frameworks."""


@pytest.mark.parametrize("name", sorted(MODULES))
def test_no_name_of_one_module_hides_what_another_means_of_the_browser(
    page: Page, name: str
) -> None:
    declared = set(DECLARED.findall(MODULES[name])) - NEVER_ASKED_FOR
    hidden = page.evaluate("(names) => names.filter((name) => name in globalThis)", list(declared))
    assert hidden == []
