"""`audiopress check` names each of the faults that are planted, and none on an edition as built."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import shutil
from html import escape
from typing import TYPE_CHECKING

import pytest

from audiopress.checking.edition import check_edition
from audiopress.checking.files.sound_rules import measure_sound
from audiopress.checking.report_page.page import render_report
from audiopress.checking.shelf import Folder
from audiopress.deploy.folder import FolderPlace
from audiopress.deploy.inventory import INVENTORY, Inventory, encode
from tests.integration.checking.planted import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True, scope="module")
def measured_once() -> Iterator[None]:
    """Measure sound that a fault leaves as it was only once: that is most of a check's time."""
    with pytest.MonkeyPatch.context() as patch:
        known = functools.lru_cache(maxsize=4)(measure_sound)
        patch.setattr("audiopress.checking.one_item.measure_sound", known)
        yield


def test_an_edition_as_it_was_built_has_no_fault(edition: Path) -> None:
    receipt = check_edition(Folder(edition))
    assert [check for check in receipt.list_checks() if not check.ok] == []
    assert receipt.ok


def test_what_a_deploy_keeps_in_a_folder_is_no_fault(edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "output"
    shutil.copytree(edition, folder)
    with FolderPlace(folder).take_turn("me", print):
        FolderPlace(folder).write_if(INVENTORY, encode(Inventory()), None)
        receipt = check_edition(Folder(folder))
    assert [check for check in receipt.list_checks() if not check.ok] == []
    (folder / ".audiopress/last-build.json").write_text("{}")
    wrong = [check.name for check in check_edition(Folder(folder)).list_checks() if not check.ok]
    assert wrong == ["nothing private"]


def tell_digests(folder: Path) -> None:
    """Write each sound's digest anew, for that alone would tell that it is another one."""
    for path in folder.glob("episodes/*/episode.json"):
        with contextlib.suppress(ValueError, KeyError, TypeError, OSError):
            record = json.loads(path.read_text("utf-8"))
            sound = path.parent / record["audio"]["src"]
            digest = hashlib.sha256(sound.read_bytes()).hexdigest()
            if record["audio"]["sha256"] != digest:
                record["audio"]["sha256"] = digest
                path.write_text(json.dumps(record), "utf-8")


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.kind(fault.check)) for name, fault in FAULTS.items()],
)
def test_a_planted_fault_is_named(name: str, edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "output"
    shutil.copytree(edition, folder)
    FAULTS[name].plant(folder)
    if FAULTS[name].check != "digest of the sound":
        tell_digests(folder)
    receipt = check_edition(Folder(folder))
    wrong = {check.name for check in receipt.list_checks() if not check.ok}
    assert FAULTS[name].check in wrong
    assert not receipt.ok
    assert escape(FAULTS[name].check) in render_report(receipt, "output").decode()
