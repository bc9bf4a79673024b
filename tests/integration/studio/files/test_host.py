"""What was made here is not called published before it is at the host."""

import json
import shutil

import pytest

from audiopress import load_settings
from audiopress.deploy.deployment import deploy
from audiopress.press.preflight import settle_settings
from tests.integration.studio.window import CONFIGURATION, STORY, open_window

FILE = "articles/ferry.md"
HERE = "made on this computer; not at the host yet"
BUTTON = "Bring it to the host"


@pytest.fixture
def window(tmp_path):
    target = f'{CONFIGURATION}[deploy]\ntarget = "{tmp_path / "www"}"\n'
    with open_window(tmp_path / "edition", target) as opened:
        (opened.folder / FILE).write_text(STORY, "utf-8")
        yield opened


def read_guid(window):
    records = [json.loads(path.read_bytes()) for path in window.folder.glob("ledger/**/*.json")]
    return next(each["guid"] for each in records if "slug" in each)


def bring(window):
    assert window.send("/deploy", {}).status == 200
    return window.wait()


def test_what_is_made_is_published_once_it_is_at_the_host(window, tmp_path):
    assert BUTTON not in window.send("/").text
    window.publish(FILE)
    for page in (window.send("/").text, window.show(FILE)):
        assert HERE in page
        assert ">published<" not in page
        assert BUTTON in page
    told = bring(window)
    assert (told["errors"], told["words"][:28]) == ([], "The host has all of it now: ")
    assert (tmp_path / "www/feed.xml").is_file()
    for page in (window.send("/").text, window.show(FILE)):
        assert HERE not in page
        assert ">published<" in page


def test_a_correction_and_a_withdrawal_are_not_at_the_host_by_themselves(window, tmp_path):
    window.publish(FILE)
    bring(window)
    (window.folder / FILE).write_text(STORY.replace("two", "three"), "utf-8")
    window.publish(FILE)
    assert "the host has it as it was before" in window.show(FILE)
    assert "1 of these is not at the host as it is here" in window.send("/").text
    bring(window)
    assert ">published<" in window.show(FILE)
    window.send("/withdraw", {"id": read_guid(window), "file": FILE})
    assert "withdrawn on this computer; still at the host" in window.show(FILE)
    bring(window)
    assert "still at the host" not in window.show(FILE)
    assert not list((tmp_path / "www").rglob("*.mp3"))


def test_a_deploy_of_the_command_is_known_to_the_window(window):
    window.publish(FILE)
    deploy(settle_settings(load_settings(folder=window.folder)))
    assert ">published<" in window.show(FILE)
    # Without the cache nobody here knows: nothing is promised.
    shutil.rmtree(settle_settings(load_settings(folder=window.folder)).cache)
    assert HERE in window.show(FILE)


def test_a_deploy_to_another_target_makes_nothing_published_here(window, tmp_path):
    window.publish(FILE)
    deploy(settle_settings(load_settings(folder=window.folder)), str(tmp_path / "other"))
    assert HERE in window.show(FILE)


def test_a_deploy_that_fails_says_why_and_promises_nothing(window, tmp_path):
    window.publish(FILE)
    (tmp_path / "www").write_text("in the way", "utf-8")
    told = bring(window)
    assert told["words"] == "Not all of it is at the host"
    assert "www" in json.dumps(told["errors"])
    assert HERE in window.show(FILE)


def test_keys_of_the_environment_are_in_no_message(window, tmp_path, monkeypatch):
    monkeypatch.setenv("RSYNC_PASSWORD", str(tmp_path / "www"))
    window.publish(FILE)
    (tmp_path / "www").write_text("in the way", "utf-8")
    assert str(tmp_path / "www") not in json.dumps(bring(window))


def test_without_a_target_the_window_says_what_is_to_be_set(tmp_path):
    with open_window(tmp_path) as window:
        (window.folder / FILE).write_text(STORY, "utf-8")
        window.publish(FILE)
        page = window.show(FILE)
        assert ">made on this computer<" in page
        assert BUTTON not in page
        assert "target = " in page
        told = bring(window)
        assert "there is no target to deploy to" in told["errors"][0]["message"]


def test_a_preview_is_called_one(tmp_path):
    with open_window(tmp_path, "") as window:
        (window.folder / FILE).write_text(STORY, "utf-8")
        window.publish(FILE)
        assert "made on this computer, as a preview" in window.show(FILE)
        assert BUTTON not in window.show(FILE)
