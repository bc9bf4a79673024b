"""What is changed in a Piper model's graph before it is run, and the two parts it is run in.

Its two random nodes are made inputs, so that the noise can be drawn from a line's seed, and its
durations an output, from which the times of words come (docs/decisions/0121). Where it can be cut
before its vocoder it becomes two models (docs/decisions/0126).
"""

from __future__ import annotations

from typing import Any

from audiopress.engines.onnx import graph
from audiopress.engines.onnx.graph import make_constant, make_node, make_value_info
from audiopress.engines.piper.vocoder import find_seam

__all__ = ["NOISES", "REACH", "expose_noise_and_durations", "extract_front", "extract_vocoder"]

NOISES = ("noise_0", "noise_1")
"""Inputs for what the model would draw itself: the durations' noise, the sound's."""

REACH = "audiopress.reach"
"""Name of the metadata in which the reach of the vocoder (`Seam`) is kept with the first part."""


def expose_noise_and_durations(published: bytes) -> Any:
    """Return the model with the noise an input (`NOISES`) and the durations an output.

    It is a ``ModelProto``, for `extract_front` and `extract_vocoder`. What is fed may be longer
    than needed (the durations are not known yet): it is cut to the shape the node would have had.
    Raises ``ValueError`` when it is another kind of model.
    """
    model = graph.parse_model(published)
    random = graph.find_nodes(model, "RandomNormalLike")
    durations = graph.find_nodes(model, "Ceil")
    # Another architecture: with noise of its own, samples would depend on the run (0121).
    if len(random) != len(NOISES) or len(durations) != 1:
        raise ValueError(f"{len(random)} random nodes, {len(durations)} durations")
    # `dp` is VITS's duration predictor: its noise is the first of `NOISES`.
    ordered = sorted(random, key=lambda node: not node.name.startswith("/dp"))
    graph.replace_nodes(
        model,
        replace={
            node.name: _make_noise_slice(node, name)
            for node, name in zip(ordered, NOISES, strict=True)
        },
        inputs=[make_value_info(name, 1, 3) for name in NOISES],
        # Rounded up (Ceil), as the model itself takes them: whole frames.
        outputs=[make_value_info(durations[0].outputs[0], 1, 3)],
    )
    return model


def _make_noise_slice(node: graph.Node, name: str) -> list[Any]:
    shape, start = f"{name}_shape", f"{name}_start"
    return [
        # The random node had the shape of its input, which is known only while the model runs.
        make_node("Shape", node.inputs, [shape], name=shape),
        make_constant(start, [0, 0, 0]),
        make_node("Slice", [name, start, shape], node.outputs, name=f"{name}_cut"),
    ]


def extract_front(model: Any) -> bytes:
    """Return the part before the seam, in which its reach is noted; the whole where is none."""
    found = find_seam(model)
    if found is None:
        return _serialize(model)
    (durations,) = graph.find_nodes(model, "Ceil")
    front = found.extract_front(model, [make_value_info(durations.outputs[0], 1, 3)])
    graph.add_metadata(front, REACH, str(found.reach))
    return _serialize(front)


def extract_vocoder(model: Any) -> bytes:
    """Return the part behind the seam."""
    found = find_seam(model)
    if found is None:
        raise ValueError("it has no vocoder")
    return _serialize(found.extract_vocoder(model))


def _serialize(model: Any) -> bytes:
    made: bytes = model.SerializeToString()
    return made
