"""Decoders and loudness meters that are not ours: ffmpeg's (in PyAV), libebur128, libsndfile."""

import importlib
import io
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

Samples = NDArray[np.float32]


def mpg123(body: bytes) -> tuple[Samples, int]:
    """Decode an MP3 with libsndfile, which has mpg123 inside."""
    samples, rate = soundfile.read(io.BytesIO(body), dtype="float32")
    return np.asarray(samples), int(rate)


def ffmpeg(body: bytes) -> Samples:
    """Decode with ffmpeg's libraries."""
    with av.open(io.BytesIO(body)) as file:
        return np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])


def ebur128(samples: Samples, rate: int) -> tuple[float, float]:
    """Return LUFS and dBTP as ffmpeg's filter of that name measures them."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=rate, format="flt", layout="mono", time_base=f"1/{rate}")
    meter, sink = graph.add("ebur128", "peak=true:metadata=1"), graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(samples, np.float32)[None], format="flt", layout="mono"
    )
    frame.sample_rate, frame.pts = rate, 0
    graph.push(frame)
    graph.push(None)
    loudness, peak = -70.0, 0.0
    while True:
        try:
            found = graph.pull().metadata
        except av.EOFError:
            return loudness, 20 * float(np.log10(max(peak, 1e-6)))
        loudness = float(found.get("lavfi.r128.I", loudness))
        peak = max(peak, float(found.get("lavfi.r128.true_peak", 0)))


def libebur128(samples: Samples | NDArray[np.int16], rate: int) -> tuple[float, float]:
    """Return LUFS and dBTP by libebur128; skips where its wheel does not exist."""
    library = pytest.importorskip("pyebur128", reason="pyebur128 has no wheel for this Python")
    modes = library.MeasurementMode
    state = library.R128State(1, rate, modes.MODE_I | modes.MODE_TRUE_PEAK)
    state.add_frames(np.ascontiguousarray(samples), len(samples))
    peak = float(library.get_true_peak(state, 0))
    return float(library.get_loudness_global(state)), 20 * float(np.log10(max(peak, 1e-6)))


def of_file(path: Path) -> tuple[tuple[float, float], tuple[float, float] | None]:
    """Return LUFS and dBTP of a sound file by both meters, however long it is.

    The second is libebur128's, ``None`` where its wheel does not exist.
    """
    with av.open(str(path)) as file:
        stream = file.streams.audio[0]
        meter, other = _Ebur128(stream.rate), _Libebur128(stream.rate)
        even = av.AudioResampler(format="fltp", layout="mono", rate=stream.rate)
        for found in file.decode(stream):
            for frame in even.resample(found):
                meter.add(frame)
                other.add(frame)
    return meter.end(), other.end()


class _Ebur128:
    """ffmpeg's filter, fed frame by frame."""

    def __init__(self, rate: int) -> None:
        self._graph = av.filter.Graph()
        source = self._graph.add_abuffer(
            sample_rate=rate, format="fltp", layout="mono", time_base=f"1/{rate}"
        )
        meter = self._graph.add("ebur128", "peak=true:metadata=1")
        source.link_to(meter)
        meter.link_to(self._graph.add("abuffersink"))
        self._graph.configure()
        self._loudness, self._peak = -70.0, 0.0

    def add(self, frame: av.AudioFrame | None) -> None:
        self._graph.push(frame)
        while True:
            try:
                found = self._graph.pull().metadata
            except (av.BlockingIOError, av.EOFError):
                return
            self._loudness = float(found.get("lavfi.r128.I", self._loudness))
            self._peak = max(self._peak, float(found.get("lavfi.r128.true_peak", 0)))

    def end(self) -> tuple[float, float]:
        self.add(None)
        return self._loudness, _decibels(self._peak)


class _Libebur128:
    """libebur128, fed frame by frame; does nothing where its wheel does not exist."""

    def __init__(self, rate: int) -> None:
        try:
            self._library: Any = importlib.import_module("pyebur128")
        except ImportError:
            self._library = None
            return
        modes = self._library.MeasurementMode
        self._state = self._library.R128State(1, rate, modes.MODE_I | modes.MODE_TRUE_PEAK)

    def add(self, frame: av.AudioFrame) -> None:
        if self._library is not None:
            self._state.add_frames(np.ascontiguousarray(frame.to_ndarray()[0]), frame.samples)

    def end(self) -> tuple[float, float] | None:
        if self._library is None:
            return None
        loudness = float(self._library.get_loudness_global(self._state))
        return loudness, _decibels(float(self._library.get_true_peak(self._state, 0)))


def _decibels(peak: float) -> float:
    return 20 * float(np.log10(max(peak, 1e-6)))
