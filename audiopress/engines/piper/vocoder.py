"""A VITS model in two: what makes frames of a line, and the vocoder that makes them sound.

The vocoder is a stack of convolutions: a sample depends on no more than a few frames on either
side. So a long run is made to sound in pieces that share those frames, by as many threads as are
free, and the samples are those of the whole (docs/decisions/0126).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from audiopress import parallel
from audiopress.engines.onnx import graph
from audiopress.engines.onnx.graph import make_value_info

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from audiopress.engines.onnx.graph import Node

__all__ = ["Seam", "Vocoder", "find_seam"]

_PIECE = 512
"""Frames of a piece at most, without those it shares. Shorter ones share too much."""

_FIRST = "/dec/conv_pre/Conv"
"""The vocoder's first node, as Piper's exporter names it."""

_SOUND = "output"
"""The model's output: the sound, as Piper's exporter names it."""

# Operations that leave every sample at its place, so that they see no further than it.
_IN_PLACE = frozenset(("Add", "Cast", "Div", "LeakyRelu", "Mul", "Sub", "Tanh", "Unsqueeze"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """Where a model is cut: the tensor ``frames`` (1, channels, frames) goes from part to part.

    ``reach``: frames on either side that a sample of the vocoder's depends on.
    """

    frames: str
    reach: int

    def extract_front(self, model: Any, outputs: Sequence[Any]) -> Any:
        """Return the part that gives the frames, and ``outputs``."""
        return graph.extract_part(model, outputs=[make_value_info(self.frames, 1, 3), *outputs])

    def extract_vocoder(self, model: Any) -> Any:
        """Return the part that gives the sound."""
        fed = make_value_info(self.frames, 1, 3)
        return graph.extract_part(model, inputs=[fed], outputs=[make_value_info(_SOUND, 1, 4)])


def find_seam(model: Any) -> Seam | None:
    """Find where a model can be cut; ``None`` where nothing says so: it is run whole."""
    nodes = graph.find_nodes(model)
    first = next((node for node in nodes if node.name == _FIRST), None)
    if first is None:
        return None
    frames = first.inputs[0]
    reach = _measure_reach(nodes, frames)
    return None if reach is None else Seam(frames=frames, reach=reach)


def _measure_reach(nodes: Sequence[Node], frames: str) -> int | None:
    """Follow the convolutions from the frames to the sound: the widest way counts.

    A convolution of ``k`` taps, ``d`` apart, sees ``d * (k - 1) / 2`` of its inputs to either side,
    a transposed one with stride ``s`` up to ``k / s``; both in units of what it gets. ``None``
    where something else than these, and what leaves every sample at its place, is on the way.
    """
    # By tensor: how far it sees so far, and how many of its samples a frame is.
    ways: dict[str, tuple[float, int]] = {frames: (0.0, 1)}
    for node in nodes:
        known = [ways[name] for name in node.inputs if name in ways]
        if known:
            if node.op not in _IN_PLACE and node.op not in ("Conv", "ConvTranspose"):
                return None
            # Branches that meet have one rate: else they could not be added.
            way = _follow_node(node, max(reach for reach, _ in known), known[0][1])
            ways |= dict.fromkeys(node.outputs, way)
    # Rounded up: one frame too many costs little, one too few is heard.
    return math.ceil(ways[_SOUND][0]) if _SOUND in ways else None


def _follow_node(node: Node, reach: float, rate: int) -> tuple[float, int]:
    """Return how far one sees behind a node, in frames, and how many samples a frame is there."""
    if node.op == "Conv":
        (taps,), (apart,) = node.attributes["kernel_shape"], node.attributes.get("dilations", (1,))
        return reach + apart * (taps - 1) / 2 / rate, rate
    if node.op == "ConvTranspose":
        (taps,), (stride,) = node.attributes["kernel_shape"], node.attributes.get("strides", (1,))
        return reach + taps / stride / rate, rate * stride
    return reach, rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocoder:
    """A vocoder, loaded. ``hop`` is how many samples a frame is."""

    session: Any
    seam: Seam
    hop: int

    def synthesize(
        self, frames: NDArray[np.float32], besides: Mapping[str, NDArray[Any]]
    ) -> NDArray[np.float32]:
        """Return the samples of ``frames`` (1, channels, n), shape (n * hop,).

        ``besides`` is what the vocoder may ask for too, such as the speaker.
        """
        count = frames.shape[2]
        pieces = math.ceil(count / _PIECE)
        # By the number of frames alone: who is free must not decide what is computed (0126).
        edges = [count * number // pieces for number in range(pieces + 1)]
        # The runtime refuses what a model has no input for; with one speaker it has none besides.
        asked = {each.name for each in self.session.get_inputs()}
        feed = {name: value for name, value in besides.items() if name in asked}
        parts = [
            partial(self._synthesize_piece, frames, bounds, feed) for bounds in pairwise(edges)
        ]
        return np.concatenate(parallel.run_parts(parts))

    def _synthesize_piece(
        self,
        frames: NDArray[np.float32],
        bounds: tuple[int, int],
        besides: Mapping[str, NDArray[Any]],
    ) -> NDArray[np.float32]:
        begin, end = bounds
        first, last = max(0, begin - self.seam.reach), min(frames.shape[2], end + self.seam.reach)
        # The runtime takes its memory as it lies, so a slice is copied first.
        shared = np.ascontiguousarray(frames[:, :, first:last])
        (found,) = self.session.run([_SOUND], {self.seam.frames: shared, **besides})
        samples: NDArray[np.float32] = found.reshape(-1)
        # What was computed of the shared frames is dropped: the neighbour has it right.
        return samples[(begin - first) * self.hop : (end - first) * self.hop]
