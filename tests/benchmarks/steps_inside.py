"""One build in one process, in which every step's own CPU time is counted.

``python tests/benchmarks/steps_inside.py BUILD-ARGUMENTS`` prints seconds by step as JSON. The
workers' calls are performed here, one after the other, so that one clock sees all of it; what a
second process costs besides is not in it. The time that imports take is counted where they happen,
as a step of its own: first ours, then those of others.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import io
import json
import sys
import time
from collections import Counter
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_START = "interpreter"
_OWN, _OTHER = "imports: audiopress", "imports: libraries"
_REST = "everything else"

STEPS = {
    "reading: the story of the page": ["audiopress.reading.extract:extract"],
    "reading: what is left out": ["audiopress.reading.cleaning.pipeline:clean"],
    "spoken forms": ["audiopress.speaking.script:compose"],
    "fetch": ["audiopress.press.steps.fetch:SourceFetcher.fetch"],
    "voice: verified": ["audiopress.voices:digest", "audiopress.voices:locate",
                        "audiopress.voices:read"],
    "voice: its model": ["audiopress.engines.onnx.sessions:open_session"],
    "voice: its text part": ["audiopress.engines.english.phonemizer:load_phonemizer"],
    "speech: phonemes": ["audiopress.engines.english.phonemizer:EnglishPhonemizer.phonemize"],
    "speech: the model": ["audiopress.engines.hibari.model:HibariModel._infer_run"],
    "speech: the vocoder": ["audiopress.engines.hibari.vocoder:synthesize"],
    "speech: the rest": ["audiopress.press.steps.speak:_speak"],
    "sound: trimmed, looked at": ["audiopress.audio.speech:trim",
                                  "audiopress.audio.speech:find_fault"],
    "sound: FLAC": ["audiopress.audio.speech:pack"],
    "sound: measured": ["audiopress.audio.loudness:measure",
                        "audiopress.audio.loudness:choose_gain"],
    "sound: resampled": ["audiopress.audio.frames:resample"],
    "sound: levelled, limited": ["audiopress.audio.limiter:limit"],
    "sound: MP3 encoder": ["audiopress.audio.frames:encode_mp3"],
    "sound: listened to again": ["audiopress.audio.frames:measure_decoded_peak"],
    "cache: speech and frames": ["audiopress.store.cache:Cache.put_speech",
                                 "audiopress.store.cache:Cache.put_frames"],
    "publish: timeline, waveform": ["audiopress.press.steps.bind:lay_out_episode"],
    "publish: sidecars": ["audiopress.press.edition.planning.versions:settle_version"],
    "publish: pages": ["audiopress.press.steps.bind:Recording.render_pages"],
    "publish: written": ["audiopress.press.steps.ship:ship_episode"],
    "publish: picture": ["audiopress.press.edition.publishing.cover:find_cover"],
    "publish: the show's pages": ["audiopress.publish.pages.front_pages:render_index_pages",
                                  "audiopress.publish.pages.front_pages:make_search_files"],
    "publish: feed": ["audiopress.publish.feed.rss:write_feeds"],
    "publish: the show, written": ["audiopress.press.steps.ship:ship_show"],
}  # fmt: skip
"""Functions by step: what they take counts, less what they call of other steps."""


class _StepClock:
    """Counts each moment to the step that began last and has not ended."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter({_START: time.process_time()})
        self._open = [_REST]
        self._at = time.process_time()

    def look(self) -> None:
        now = time.process_time()
        self.spent[self._open[-1]] += now - self._at
        self._at = now

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.look()
        self._open.append(name)
        try:
            yield
        finally:
            self.look()
            self._open.pop()


_clock = _StepClock()


class _Here(Executor):
    """Performs what is submitted at once."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - as a pool has it
            future.set_exception(error)
        return future

    def abandon(self) -> None:
        """Nothing is under way."""


def _watch_imports() -> None:
    """Count imports, and wrap the functions of `STEPS` before anybody can take them by name."""
    # What a statement `import` calls for a module that is not there yet.
    machinery = vars(importlib.import_module("_frozen_importlib"))
    load = machinery["_find_and_load"]

    def counted(name: str, *rest: Any) -> Any:
        if name in sys.modules:
            return load(name, *rest)
        with _clock.step(_OWN if name.partition(".")[0] == "audiopress" else _OTHER):
            found = load(name, *rest)
            _wrap_functions(name)
        return found

    machinery["_find_and_load"] = counted


_PLACES = {place: step for step, places in STEPS.items() for place in places}


def _wrap_functions(module: str) -> None:
    for place, step in _PLACES.items():
        name, _, path = place.partition(":")
        if name == module:
            *outer, last = path.split(".")
            holder = functools.reduce(getattr, outer, sys.modules[module])
            setattr(holder, last, _wrap(getattr(holder, last), step))
            _wrapped.add(place)


_wrapped: set[str] = set()


def _wrap(function: Callable[..., Any], step: str) -> Callable[..., Any]:
    @functools.wraps(function)
    def counted(*args: Any, **kwargs: Any) -> Any:
        with _clock.step(step):
            return function(*args, **kwargs)

    return counted


def main() -> None:
    """Build with the arguments of the command line and print the seconds of every step."""
    _watch_imports()
    from audiopress.cli import app  # noqa: PLC0415 - watched
    from audiopress.press.steps import speak  # noqa: PLC0415

    speak.make_local_pool = lambda *_, **__: _Here()  # type: ignore[assignment]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        app(["build", "--json", *sys.argv[1:]])
    _clock.look()
    print(json.dumps({"steps": _clock.spent, "unused": sorted(_PLACES.keys() - _wrapped)}))


if __name__ == "__main__":
    main()
