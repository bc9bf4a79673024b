"""Decoders and loudness meters that are not ours: ffmpeg's (in PyAV), libebur128, libsndfile."""

import io

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
