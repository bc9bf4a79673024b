"""A server of speech is asked, waited for, asked again, and named when nothing comes of it."""

from __future__ import annotations

import email.utils
import itertools
import re
import struct
import time

import numpy as np
import pytest

from audiopress import model
from audiopress.engines.openai.engine import OpenAIEngine
from audiopress.errors import SpeechError, VoiceError
from audiopress.press.steps.speak import PATIENCE
from tests.integration.engines.openai.speech_server import (
    PLACE,
    RATE,
    SECONDS,
    SpeechServer,
    always,
    answer,
    error,
    sound_file,
    speak,
    tone,
)

KEY = "sk-4711-secret"
TEXT = "The ferry came back in the evening, with two passengers and a dog."


def voice(url, *, own=True, key_env="", place=PLACE, form="wav"):
    address = url + place
    host = url.partition("//")[2]
    server = model.SpeechServer(
        url=address, host=host, model="small", format=form, key_env=key_env, own=own
    )
    return model.Voice(
        name="ours", engine="openai", languages=("en",), speaker="sky", server=server
    )


def line(who, text=TEXT, **options):
    return model.Line(spoken=text, language="en", voice=who, options=tuple(sorted(options.items())))


def engine(patience=20.0):
    return OpenAIEngine(patience=patience, pause=0.01)


def say(replies, text=TEXT, *, patience=20.0, **how):
    """Return the speech and what the server was asked."""
    with SpeechServer(replies) as server:
        said = engine(patience).speak(line(voice(server.url, **how), text))
    return said, server.asked


def refuse(replies, text=TEXT, *, patience=20.0, **how):
    """Return the error and what the server was asked."""
    with SpeechServer(replies) as server, pytest.raises(SpeechError) as caught:
        engine(patience).speak(line(voice(server.url, **how), text))
    shown = f"{caught.value.message} {caught.value.where} {caught.value.hint}"
    assert KEY not in shown
    assert f'voice "ours" ({server.url}{PLACE})' in caught.value.message
    return caught.value, server.asked


# -- what is asked, and what comes back --------------------------------------------------------


def test_a_line_is_asked_for_and_its_words_are_estimated():
    said, (asked,) = say([speak])
    assert asked.said == {
        "model": "small", "voice": "sky", "input": TEXT, "response_format": "wav",
    }  # fmt: skip
    assert asked.head.startswith(f"POST {PLACE} HTTP/1.1\r\n")
    assert asked.header("Authorization") == ""
    assert said.estimated
    assert (said.rate, said.pcm.dtype, said.pcm.ndim) == (RATE, np.int16, 1)
    assert len(said.pcm) == pytest.approx(SECONDS * len(TEXT) * RATE, abs=2)
    assert [TEXT[word.at : word.to] for word in said.words][:3] == ["The", "ferry", "came"]
    assert all(a.end <= b.start for a, b in itertools.pairwise(said.words))
    assert said.words[-1].end <= len(said.pcm)


def test_the_key_goes_into_one_header(monkeypatch):
    monkeypatch.setenv("SPEECH_KEY", KEY + "\n")
    _, (asked,) = say([speak], key_env="SPEECH_KEY")
    assert asked.header("Authorization") == f"Bearer {KEY}"
    assert KEY not in asked.head.replace(f"Bearer {KEY}", "")


def test_a_key_that_is_no_secret_does_not_garble_what_is_said(monkeypatch):
    monkeypatch.setenv("SPEECH_KEY", "e")
    caught, (asked,) = refuse([always(error("400 Bad Request", {}))], key_env="SPEECH_KEY")
    assert asked.header("Authorization") == "Bearer e"
    assert "the server says" in caught.message


@pytest.mark.parametrize("key", [None, "", "  ", "sk 4711", "sk-\n4711", "schlüssel"])
def test_a_key_that_is_missing_or_none_is_named_and_nobody_is_asked(monkeypatch, key):
    monkeypatch.delenv("SPEECH_KEY", raising=False)
    if key is not None:
        monkeypatch.setenv("SPEECH_KEY", key)
    with SpeechServer() as server, pytest.raises(VoiceError, match="SPEECH_KEY") as caught:
        engine().speak(line(voice(server.url, key_env="SPEECH_KEY")))
    assert caught.value.hint == "export SPEECH_KEY=..."
    assert not key or not key.strip() or key not in str(caught.value)
    assert server.asked == []


def test_a_pace_is_asked_for():
    with SpeechServer() as server:
        engine().speak(line(voice(server.url), rate="1.25"))
    assert server.asked[0].said["speed"] == 1.25


def test_a_long_paragraph_is_asked_for_in_pieces_and_no_word_is_lost():
    text = "The ferry, which was late, came back in the evening. " * 100
    said, asked = say([speak], text.strip())
    heard = " ".join(each.said["input"] for each in asked)
    assert heard == text.strip()
    assert len(asked) > 2
    assert all(len(each.said["input"]) <= 2000 for each in asked)
    # At the end of a sentence each.
    assert all(each.said["input"].endswith(".") for each in asked)
    assert len(said.words) == 1000
    assert all(a.end <= b.start and a.to <= b.at for a, b in itertools.pairwise(said.words))
    assert said.words[-1].end <= len(said.pcm)


@pytest.mark.parametrize("text", ["***", "Say [[Ж]] again."])
def test_what_no_server_can_say_is_refused_before_it_is_asked(text):
    with SpeechServer() as server, pytest.raises(SpeechError):
        engine().speak(line(voice(server.url), text))
    assert server.asked == []


# -- sound files -------------------------------------------------------------------------------

FILES = {
    f"{subtype}, {rate} Hz, {channels}": (rate, channels, "WAV", subtype)
    for subtype, rate, channels in itertools.product(
        ("PCM_16", "PCM_24", "PCM_32", "FLOAT", "PCM_U8"), (8000, 24000, 48000), (1, 2)
    )
} | {
    "FLAC": (24000, 1, "FLAC", "PCM_16"),
    "MP3": (24000, 1, "MP3", "MPEG_LAYER_III"),
    "extensible": (44100, 2, "WAVEX", "PCM_24"),
}


@pytest.mark.parametrize("form", FILES)
def test_any_sound_file_is_read(form):
    rate, channels, kind, subtype = FILES[form]
    body = sound_file(tone(4, rate, channels), rate, kind, subtype)
    said, _ = say([always(answer(body))])
    assert (said.rate, said.pcm.ndim) == (rate, 1)
    assert len(said.pcm) == pytest.approx(4 * rate, rel=0.02)
    assert 9000 < np.abs(said.pcm.astype(int)).max() < 11500  # .3 of full scale


def resized(riff, data, body=None, extra=b""):
    """Return a WAV with other sizes in its head than its bytes have."""
    body = bytearray(body or sound_file(tone(4)))
    place = body.index(b"data")
    body[4:8] = struct.pack("<I", riff)
    body[place + 4 : place + 8] = struct.pack("<I", data)
    return bytes(body[:place]) + extra + bytes(body[place:])


TAGS = b"LIST\x1a\x00\x00\x00INFOISFT\x0d\x00\x00\x00Lavf61.1.100\x00\x00"
LYING = {
    "largest": resized(0xFFFFFFFF, 0xFFFFFFFF),
    "largest less the head": resized(0xFFFFFFFF, 0xFFFFFFFF - 44),
    "largest signed": resized(0x7FFFFFFF, 0x7FFFFFFF - 36),
    "nothing": resized(0, 0),
    "head only": resized(36, 0),
    "the first piece": resized(2084, 2048),
    "twice as much": resized(400_000, 384_000),
    "a list of tags before": resized(
        0xFFFFFFFF,
        0xFFFFFFFF,
        extra=TAGS,
    ),
    "tags behind": sound_file(tone(4)) + b"LIST\x04\x00\x00\x00INFO",
    "a name behind": sound_file(tone(4)) + b"id3 \x04\x00\x00\x00ID3\x04",
}


@pytest.mark.parametrize("form", LYING)
def test_sizes_in_a_wav_that_was_sent_while_it_was_made_are_not_believed(form):
    said, _ = say([always(answer(LYING[form]))])
    assert len(said.pcm) == 4 * RATE


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nTransfer-Encoding: chunked\r\n\r\n"


def test_an_answer_in_chunks_is_read():
    body = resized(0xFFFFFFFF, 0xFFFFFFFF)
    pieces = [body[at : at + 5000] for at in range(0, len(body), 5000)]
    sent = [CHUNKED, *(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces), b"0\r\n\r\n"]
    said, _ = say([always(*sent)])
    assert len(said.pcm) == 4 * RATE


def test_another_good_status_is_one():
    said, _ = say([always(answer(sound_file(tone(4)), "201 Created"))])
    assert len(said.pcm) == 4 * RATE


@pytest.mark.parametrize("media", ["application/octet-stream", "", "audio/x-wav", "audio/mpeg"])
def test_the_bytes_say_what_they_are(media):
    said, _ = say([always(answer(sound_file(tone(4)), Content_Type=media))])
    assert len(said.pcm) == 4 * RATE


# -- what may be over soon ---------------------------------------------------------------------


def soon(seconds=1.2):
    return email.utils.formatdate(time.time() + seconds, usegmt=True)


PASSING = {
    "429": lambda: error("429 Too Many Requests", {"error": {"message": "slow down"}}),
    "429, part of a second": lambda: error("429 Busy", {}, Retry_After="0.25"),
    "503, a date gone by": lambda: error("503 Busy", {}, Retry_After=soon(-60)),
    "529": lambda: error("529 Overloaded", {}),
    "429, a second": lambda: error("429 Too Many Requests", {}, Retry_After="1"),
    "503, a date": lambda: error("503 Service Unavailable", {}, Retry_After=soon()),
    "500": lambda: error("500 Internal Server Error", {"detail": "CUDA out of memory"}),
    "502, a page": lambda: answer(b"<html>Bad Gateway</html>", "502 Bad Gateway"),
    "cut off": lambda: answer(sound_file(tone(4)))[:-1000],
    "nothing at all": lambda: b"",
    "cut off, no length": lambda: answer(sound_file(tone(4))[:-1000], Content_Length=""),
    "empty": lambda: answer(b""),
    "silence": lambda: answer(sound_file(np.zeros((4 * RATE, 1)))),
    "a page": lambda: answer(b"<html>Sign in</html>", Content_Type="text/html; charset=utf-8"),
    "JSON": lambda: error("200 OK", {"error": {"message": "no voice sky"}}),
    "no sound file": lambda: answer(b"RIFF of the mill, and no more to it than that"),
    "no numbers": lambda: answer(sound_file(np.full((4 * RATE, 1), np.nan), subtype="FLOAT")),
    "two files": lambda: answer(sound_file(tone(2)) * 2),
    "cut off in chunks": lambda: CHUNKED + b"1000\r\n" + b"RIFF" * 1024 + b"\r\n",
    "too short": lambda: answer(sound_file(tone(0.5))),
    "too long": lambda: answer(sound_file(tone(30))),
    "hours": lambda: answer(sound_file(np.zeros((4000 * 8000, 1), np.int16), 8000, "FLAC")),
    "a strange rate": lambda: answer(sound_file(tone(4, 4000), 4000)),
}


@pytest.mark.parametrize("fault", PASSING)
def test_what_was_wrong_once_is_asked_for_again(fault):
    said, asked = say([always(PASSING[fault]()), speak])
    assert len(asked) == 2
    assert len(said.pcm) == pytest.approx(SECONDS * len(TEXT) * RATE, abs=2)


def test_the_pause_that_a_server_asks_for_is_kept():
    began = time.monotonic()
    say([always(error("429 Too Many Requests", {}, Retry_After="1")), speak])
    assert time.monotonic() - began >= 1


WRONG = {
    "429": "too Many Requests.*slow down",
    "500": "CUDA out of memory",
    "502, a page": '502 Bad Gateway"$',
    "cut off": "connection broke",
    "cut off, no length": "2 times, 191,000 of 192,000 bytes",
    "empty": "an empty answer",
    "silence": "2 times, silence",
    "a page": "text/html instead of a sound",
    "JSON": "application/json instead of a sound: no voice sky$",
    "no sound file": "bytes that are no sound file",
    "no numbers": "samples that are no numbers",
    "two files": "several WAV files in one",
    "cut off in chunks": "connection broke",
    "too short": r"0\.5 s for 52 letters, too short",
    "too long": r"30\.0 s for 52 letters, too long",
    "hours": "a sound of more than",
    "a strange rate": "4000 samples a second",
}


@pytest.mark.parametrize("fault", WRONG)
def test_what_stays_wrong_is_named_after_few_tries(fault):
    caught, asked = refuse([always(PASSING[fault]())])
    assert len(asked) == (4 if fault[0] in "45" else 2)
    assert re.search(WRONG[fault], caught.message, re.IGNORECASE)
    assert "The ferry came back" in caught.where
    assert caught.hint


def test_a_pause_that_is_too_long_is_told_and_not_waited_for():
    began = time.monotonic()
    caught, asked = refuse([always(error("503 Busy", {}, Retry_After="3600"))])
    assert time.monotonic() - began < 10
    assert len(asked) == 1
    assert "come back in 3600 seconds" in caught.message


def drip(_):
    yield answer(b"", Content_Length="100000")
    while True:
        yield b"R"
        time.sleep(0.05)


def hang(_):
    time.sleep(30)
    yield b""


@pytest.mark.parametrize("reply", [drip, hang])
def test_a_server_that_takes_for_ever_is_left(reply):
    began = time.monotonic()
    caught, _ = refuse([reply], patience=1.0)
    assert time.monotonic() - began < 10
    assert "did not answer within" in caught.message


def test_the_patience_is_less_than_that_of_the_press():
    assert OpenAIEngine()._patience + 10 < PATIENCE  # noqa: SLF001 - what the press would end


def test_a_flood_is_cut_off():
    def flood(_):
        yield answer(b"", Content_Length="")
        while True:
            yield b"R" * 1_000_000

    caught, _ = refuse([flood])
    assert "larger than 64,000,000 bytes" in caught.message


def test_a_server_that_is_off_is_waited_for_once_and_not_by_every_paragraph():
    with SpeechServer() as server:
        who = voice(server.url)
    speaker = OpenAIEngine(pause=0.5)
    waits = []
    for _ in range(4):
        began = time.monotonic()
        with pytest.raises(SpeechError, match="connection refused"):
            speaker.speak(line(who))
        waits.append(time.monotonic() - began)
    assert waits[0] >= 0.5
    assert sum(waits[1:]) < 0.5


# -- what a person has to mend -----------------------------------------------------------------

REFUSED = {
    "401": (
        error("401 Unauthorized", {"error": {"message": f"Incorrect API key: {KEY}."}}),
        r"401 Unauthorized.*Incorrect API key: \*\*\*\.",
        "export SPEECH_KEY=",
    ),
    "401, at length": (
        error("401 Unauthorized", {"error": {"message": "w" * 175 + f" key: {KEY} is wrong"}}),
        r"key: \*\*\* is wrong$",
        "SPEECH_KEY",
    ),
    "403": (error("403 Forbidden", {"message": "no"}), "403 Forbidden.*: no$", "SPEECH_KEY"),
    "404": (
        error("404 Not Found", {"detail": {"error": "x", "message": "no such model"}}),
        "404 Not Found.*: x",
        r"\[\[voices.remote\]\]",
    ),
    "400": (
        error("400 Bad Request", {"error": {"message": "a\x1b[31mb\r\n\u202ec" + "d" * 900}}),
        r"400 Bad Request.*: a \[31mb c?",
        r"\[\[voices.remote\]\]",
    ),
    "422": (
        error("422 Unprocessable Entity", {"detail": [{"loc": ["voice"], "msg": "no voice sky"}]}),
        "422.*: no voice sky",
        r"\[\[voices.remote\]\]",
    ),
    "402": (error("402 Payment Required", {"error": "no credit"}), ": no credit$", "account"),
    "a sound": (answer(sound_file(tone(4)), "400 Bad Request"), '400 Bad Request"$', "url"),
    "no letters": (answer(b"\0" * 99, "400 Bad Request"), '400 Bad Request"$', "url"),
    "plain text": (answer(b"model not loaded", "409 Conflict"), "409 Conflict.*: model not", "url"),
    "deep JSON": (answer(b"[" * 5000, "400 Bad Request"), "400 Bad Request", "url"),
}


@pytest.mark.parametrize("status", REFUSED)
def test_what_a_server_refuses_is_not_asked_again_and_its_words_are_told(monkeypatch, status):
    monkeypatch.setenv("SPEECH_KEY", KEY)
    said, words, hint = REFUSED[status]
    caught, asked = refuse([always(said)], key_env="SPEECH_KEY")
    assert len(asked) == 1
    assert re.search(words, caught.message)
    assert re.search(hint, caught.hint)
    assert caught.message.isprintable()
    assert len(caught.message) < 400


def test_a_query_may_hold_a_secret_and_is_not_shown():
    with (
        SpeechServer([always(error("404 Not Found", {}))]) as server,
        pytest.raises(SpeechError) as caught,
    ):
        engine().speak(line(voice(server.url, place=f"{PLACE}?key={KEY}")))
    assert server.asked[0].head.startswith(f"POST {PLACE}?key={KEY} ")
    assert KEY not in f"{caught.value.message} {caught.value.where} {caught.value.hint}"


# -- where it may go ---------------------------------------------------------------------------


def test_a_private_address_is_asked_only_when_the_voice_says_so():
    with SpeechServer() as server, pytest.raises(SpeechError, match="public internet") as caught:
        engine().speak(line(voice(server.url, own=False)))
    assert "private = true" in caught.value.hint
    assert server.asked == []


def redirect(to, status):
    return always(answer(b"moved", f"{status} Moved", Location=to))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_neither_text_nor_key_is_handed_on_to_another_server(monkeypatch, status):
    monkeypatch.setenv("SPEECH_KEY", KEY)
    with SpeechServer() as other:
        caught, asked = refuse(
            [redirect(f"{other.url}{PLACE}?session=1", status)], key_env="SPEECH_KEY"
        )
    assert other.asked == []
    assert len(asked) == 1
    assert f"posted on to {other.url}{PLACE}" in caught.message
    assert "session" not in caught.message


def test_another_path_of_the_same_server_is_followed():
    said, asked = say([redirect("/speech/v1/audio/speech", 307), speak])
    assert [each.head.split()[1] for each in asked] == [PLACE, "/speech/v1/audio/speech"]
    assert asked[1].said == asked[0].said
    assert len(said.pcm)


def test_a_post_that_would_become_a_get_is_refused():
    caught, asked = refuse([redirect("/v2/audio/speech", 302), speak])
    assert len(asked) == 1
    assert "/v2/audio/speech" in caught.message


# -- lengths -----------------------------------------------------------------------------------

LENGTHS = {
    "a word": ("No.", 0.2, 5),
    "initials": ("BBC", 0.5, 5),
    "a number": ("1,234,567", 0.4, 9),
    "Chinese": ("今天早上渡轮回到了岛上。", 1.5, 15),
    "Hebrew": ("המעבורת חזרה בערב לאי", 0.8, 15),
    "euros": ("€7.50 + 3%", 0.5, 9),
}


@pytest.mark.parametrize("text", LENGTHS)
def test_lengths_that_people_and_machines_need_are_taken(text):
    said, shortest, longest = LENGTHS[text]
    for seconds in (shortest, longest):
        _, asked = say([always(answer(sound_file(tone(seconds))))], said)
        assert len(asked) == 1


def test_silence_around_is_no_part_of_the_length():
    quiet = np.zeros((6 * RATE, 1), np.float32)
    body = sound_file(np.concatenate([quiet, tone(0.5), quiet]))
    caught, _ = refuse([always(answer(body))])
    assert "0.5 s for 52 letters, too short" in caught.message


def test_a_slow_pace_may_take_longer_and_a_quick_one_less():
    for rate, seconds in (("0.5", 30), ("2", 0.9)):
        with SpeechServer([always(answer(sound_file(tone(seconds))))]) as server:
            engine().speak(line(voice(server.url), rate=rate))
        assert len(server.asked) == 1


def test_a_sample_rate_that_changes_within_a_paragraph_is_named():
    text = "The ferry, which was late, came back in the evening. " * 50
    other = always(answer(sound_file(tone(80, 16000), 16000)))
    with SpeechServer([speak, other]) as server, pytest.raises(SpeechError, match="then others"):
        engine().speak(line(voice(server.url), text))
