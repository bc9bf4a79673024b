"""The child process in which pyttsx3 speaks one line; it imports nothing of audiopress.

Run as ``python -P child.py``. One JSON request on standard input::

    {"voice": "gmw/en-us", "rate": 175, "pieces": ["First.", "Second."], "limit": 60.0}

or ``{"list": true}``. One JSON line on standard output and, behind it, the sound files:

    {"sizes": [120044, ...], "words": [[[at, milliseconds], ...], ...]}
    {"voices": [[id, name, languages], ...]}
    {"error": "..."}
    {"error": "...", "close": [id, ...]}  (there is no such voice, but perhaps one of these)

What pyttsx3 2.99 does, and what is done about it, stands in docs/decisions/0122.
"""

from __future__ import annotations

import ctypes
import difflib
import importlib
import json
import os
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

_POLL = 0.005
"""Seconds between two looks at a file that may still grow: little beside the 120 ms of a child."""

_PATIENCE = 1.0
"""Seconds for which an empty file must stay empty before that is believed."""
_WORD_EVENT = 1
"""``espeakEVENT_WORD`` of espeak-ng's speak_lib.h: a word begins."""

_CLOSE = 2
"""Voices that are named in place of one that there is not."""

_HEADER = 44
"""Bytes of a WAV file with nothing in it."""


def main() -> None:
    """Answer the one request."""
    parent = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # pyttsx3 prints
    request = json.load(sys.stdin)
    # From within: the driver may wait in C for ever. 124 is what `timeout` of coreutils gives.
    timer = threading.Timer(request.get("limit", 60.0), os._exit, (124,))
    timer.daemon = True
    timer.start()
    files: list[bytes] = []
    try:
        answer = _list_voices() if request.get("list") else _speak(request, files)
    except Exception as error:  # noqa: BLE001 - whatever a driver raises goes to the parent
        answer = {"error": f"{type(error).__name__}: {error}"}
    with parent:
        parent.write(json.dumps(answer).encode() + b"\n")
        parent.writelines(files)
    sys.stderr.flush()
    os._exit(0)  # espeak fails an assertion when it is taken down in order


def _start_engine() -> Any:
    """Start pyttsx3, on Linux with the library that came by pip."""
    try:
        loader: Any = importlib.import_module("espeakng_loader")
    except ImportError:
        pass
    else:
        ctypes.CDLL(loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
        os.environ["ESPEAK_DATA_PATH"] = loader.get_data_path()
    pyttsx3: Any = importlib.import_module("pyttsx3")  # after the library and its data
    return pyttsx3.init()


def _list_voices() -> dict[str, Any]:
    found = _start_engine().getProperty("voices")
    return {
        "voices": [
            [voice.id, voice.name, [str(each) for each in voice.languages or ()]] for voice in found
        ]
    }


def _speak(request: dict[str, Any], files: list[bytes]) -> dict[str, Any]:
    engine = _start_engine()
    events = _Events(engine)
    driver = engine.proxy._driver  # noqa: SLF001 - through the queue, errors are swallowed
    try:
        if request["voice"]:
            driver.setProperty("voice", request["voice"])
    except ValueError as error:
        known = [voice.id for voice in engine.getProperty("voices")]
        close = difflib.get_close_matches(request["voice"], known, n=_CLOSE)
        return {"error": str(error), "close": close}
    driver.setProperty("rate", request["rate"])
    words = []
    with tempfile.TemporaryDirectory(prefix="audiopress-") as folder:
        for number, text in enumerate(request["pieces"]):
            path = Path(folder) / f"{number}.wav"
            events.wait_until_idle()
            events.words = []
            engine.save_to_file(text, str(path))
            # Returns before the file is there: espeak works on in a thread of its own (0122).
            engine.runAndWait()
            events.wait_for_file(path)
            files.append(path.read_bytes())
            words.append(events.words)
    return {"sizes": [len(file) for file in files], "words": words}


class _Events:
    """When a piece is really done, and when its words sound."""

    def __init__(self, engine: Any) -> None:
        self.words: list[tuple[int, int]] = []
        self._finished = threading.Event()
        self._espeak: Any = None
        engine.connect("finished-utterance", self._on_finished)
        driver = engine.proxy._driver  # noqa: SLF001 - there is no other way to the events
        # Only espeak tells of words; SAPI 5 and NSSpeech come without.
        if type(driver).__module__.endswith(".espeak"):
            self._espeak = importlib.import_module("pyttsx3.drivers._espeak")
            self._inner = driver._onSynth  # noqa: SLF001 - the same
            self._espeak.SetSynthCallback(self._on_synth)

    def _on_finished(self, **_details: object) -> None:
        self._finished.set()

    def _on_synth(self, wav: Any, count: int, events: Any) -> Any:
        """Note the words of a buffer (1-based places in the text), then let the driver have it."""
        number = 0
        # A list that ends with an event of type 0 (espeakEVENT_LIST_TERMINATED).
        while events[number].type:
            if events[number].type == _WORD_EVENT:
                event = events[number]
                # Characters are counted from 1, `audio_position` is in ms (speak_lib.h).
                self.words.append((event.text_position - 1, event.audio_position))
            number += 1
        return self._inner(wav, count, events)

    def wait_until_idle(self) -> None:
        """Wait until espeak's queue is empty: what is in it is lost when the next run starts."""
        self._finished.clear()
        if self._espeak is not None:
            self._espeak.Synchronize()

    def wait_for_file(self, path: Path) -> None:
        """Wait for the end of the utterance and for a file that no longer grows."""
        if self._espeak is not None:
            self._finished.wait()
            self._espeak.Synchronize()
        # No driver says when its file is closed: one that has stopped growing is taken for whole.
        size, since = -1, time.monotonic()
        while time.monotonic() - since < (_POLL if size > _HEADER or self._espeak else _PATIENCE):
            time.sleep(_POLL)
            now = path.stat().st_size if path.exists() else -1
            if now != size or now < 0:
                size, since = now, time.monotonic()


if __name__ == "__main__":
    main()
