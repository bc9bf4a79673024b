"""One at a time in a bucket: who waits, who takes over, and who finds out."""

from __future__ import annotations

import threading
import time

import pytest

from audiopress.deploy.bucket import DEPLOY_TURN
from audiopress.errors import StoreError
from audiopress.store.objects import Stored
from audiopress.store.shared import turn as turns
from audiopress.store.shared.turn import OvertakenError, take_turn

TURN = DEPLOY_TURN.record


class Records:
    """A place in memory that honours conditions."""

    name = "s3://b/"

    def __init__(self) -> None:
        self.held: dict[str, Stored] = {}
        self.gate = threading.Lock()
        self.count = 0

    def read(self, name: str) -> Stored | None:
        return self.held.get(name)

    def write_if(self, name: str, body: bytes, mark: str | None) -> str | None:
        with self.gate:
            now = self.held.get(name)
            if (now.mark if now else None) != mark:
                return None
            self.count += 1
            self.held[name] = Stored(body=body, mark=str(self.count))
            return str(self.count)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_BEAT", 0.02)
    monkeypatch.setattr(turns, "_LOOK", 0.02)
    monkeypatch.setattr(turns, "_SILENCE", 0.3)
    monkeypatch.setattr(turns, "_LONGEST_WAIT", 5.0)


def test_one_after_the_other() -> None:
    records, inside, most, said = Records(), 0, 0, []

    def work(name: str) -> None:
        nonlocal inside, most
        with take_turn(DEPLOY_TURN, records, name, said.append) as turn:
            inside += 1
            most = max(most, inside)
            time.sleep(0.1)
            turn.check()
            inside -= 1

    threads = [threading.Thread(target=work, args=(f"b{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
    assert any("deploys here since" in text for text in said)


def test_who_is_silent_loses_the_turn() -> None:
    records = Records()
    records.write_if(TURN, b'{"deploy": "x", "builder": "dead", "since": "then"}', None)
    began = time.monotonic()
    with take_turn(DEPLOY_TURN, records, "me"):
        assert time.monotonic() - began > 0.25


def test_a_builder_knows_its_own_dead_turn_at_once() -> None:
    records = Records()
    records.write_if(TURN, b'{"deploy": "x", "builder": "me", "since": "then"}', None)
    began = time.monotonic()
    with take_turn(DEPLOY_TURN, records, "me"):
        assert time.monotonic() - began < 0.25


def test_who_was_overtaken_finds_out_and_names_both() -> None:
    records = Records()
    with take_turn(DEPLOY_TURN, records, "slow") as turn:
        now = records.read(TURN)
        assert now
        with records.gate:
            records.count += 1
            body = b'{"deploy": "y", "builder": "quick", "since": "now"}'
            records.held[TURN] = Stored(body=body, mark=str(records.count))
        time.sleep(0.5)  # some beats
        with pytest.raises(OvertakenError, match=r"builder quick deploys here since now.*slow"):
            turn.check()
    kept = records.read(TURN)
    assert kept
    assert b"quick" in kept.body


def test_who_lives_is_waited_for_and_then_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_LONGEST_WAIT", 0.5)
    records = Records()
    with (
        take_turn(DEPLOY_TURN, records, "long"),
        pytest.raises(StoreError, match=r"builder long deploys here.*me, has waited"),
        take_turn(DEPLOY_TURN, records, "me"),
    ):
        pass


def test_a_record_that_nobody_can_read_is_nobodys() -> None:
    records = Records()
    records.write_if(TURN, b"\xff", None)
    with take_turn(DEPLOY_TURN, records, "me") as turn:
        turn.check()


def test_one_who_waits_for_nobody_still_takes_what_is_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_SILENCE", 0.2)
    records = Records()
    dead = b'{"deploy": "x", "builder": "dead", "who": "process 9 on ci", "since": "then"}'
    records.write_if(TURN, dead, None)
    with take_turn(DEPLOY_TURN, records, "me", wait=0.0, who="process 3 on here"):
        owner = records.read(TURN)
        assert owner
        assert b"process 3 on here" in owner.body
        with (
            pytest.raises(StoreError, match="process 3 on here deploys here since"),
            take_turn(DEPLOY_TURN, records, "another", wait=0.0),
        ):
            pass


class LostAnswers(Records):
    """A place that does what it is asked, and whose answer may be lost on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.losses = 0

    def write_if(self, name: str, body: bytes, mark: str | None) -> str | None:
        written = super().write_if(name, body, mark)
        if self.losses:
            self.losses -= 1
            raise StoreError("the storage does not answer", where=self.name)
        return written


def test_who_did_not_hear_the_answer_is_not_overtaken_by_itself() -> None:
    records = LostAnswers()
    with take_turn(DEPLOY_TURN, records, "me") as turn:
        records.losses = 3
        time.sleep(0.3)  # some beats
        assert not records.losses
        turn.renew()
        # One that is lost while somebody waits for it is an error: it may be another one's turn.
        records.losses = 1
        with pytest.raises(StoreError, match="does not answer"):
            turn.renew()
        turn.renew()
    left = records.read(TURN)
    assert left
    assert b'{"deploy": ""}' in left.body


def test_a_turn_is_given_back_though_the_last_answer_was_lost() -> None:
    records = LostAnswers()
    with take_turn(DEPLOY_TURN, records, "me") as turn:
        records.losses = 1
        with pytest.raises(StoreError):
            turn.renew()
    left = records.read(TURN)
    assert left
    assert left.body == b'{"deploy": ""}'


def test_who_slept_learns_it_before_the_next_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_BEAT", 60.0)
    records = Records()
    with take_turn(DEPLOY_TURN, records, "slow") as turn:
        now = records.read(TURN)
        assert now
        other = b'{"deploy": "y", "builder": "quick", "since": "now"}'
        assert records.write_if(TURN, other, now.mark)
        turn.check()
        with pytest.raises(OvertakenError, match=r"builder quick deploys here since now.*slow"):
            turn.renew()
    kept = records.read(TURN)
    assert kept
    assert kept.body == other
