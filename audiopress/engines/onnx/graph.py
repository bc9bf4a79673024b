"""Read and change the graph of an ONNX model, with the ``onnx`` package.

For Piper's models and Kokoro's kernel ``fast``: a random node becomes an input, other nodes stand
in a node's place, a model is cut in two. ``onnx`` comes with the extras that need it and is
imported when a model is changed, which is once a machine and release (docs/decisions/0125). What
only needs one output more does without (`added_output`). See docs/decisions/0130.
"""

from __future__ import annotations

import functools
import importlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from audiopress.errors import VoiceError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "Node",
    "add_metadata",
    "drop_unneeded",
    "extract_part",
    "find_nodes",
    "make_attribute",
    "make_constant",
    "make_initializer",
    "make_node",
    "make_value_info",
    "parse_model",
    "read_weights",
    "replace_nodes",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One operation of the graph: its kind and the names of what it takes and gives.

    ``attributes`` are those that are whole numbers or lists of them.
    """

    op: str
    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@functools.cache
def _import_onnx() -> Any:
    try:
        importlib.import_module("onnx.numpy_helper")
        return importlib.import_module("onnx")
    except ImportError as error:
        raise VoiceError(
            "the package onnx, by which a model is changed, is not installed",
            hint="python -m pip install onnx",
        ) from error


def parse_model(model: bytes) -> Any:
    """Return a ``ModelProto``; ``ValueError`` when ``model`` is not a serialised ONNX model."""
    onnx = _import_onnx()
    try:
        parsed = onnx.load_from_string(model)
    except Exception as error:  # protobuf's own, which has no other base
        raise ValueError("this is not an ONNX model, or a torn one") from error
    # Nothing at all is a message too, without a field.
    if not parsed.graph.node:
        raise ValueError("this is not an ONNX model")
    return parsed


def find_nodes(model: Any, op: str = "") -> tuple[Node, ...]:
    """Return the nodes of kind ``op``, or all of them, in the order of the graph."""
    return tuple(_read_node(each) for each in model.graph.node if not op or each.op_type == op)


def _read_node(found: Any) -> Node:
    return Node(
        op=found.op_type,
        name=found.name,
        inputs=tuple(found.input),
        outputs=tuple(found.output),
        attributes={each.name: value for each in found.attribute if (value := _read_ints(each))},
    )


def _read_ints(attribute: Any) -> tuple[int, ...]:
    if attribute.type == _import_onnx().AttributeProto.INT:
        return (attribute.i,)
    return tuple(attribute.ints)


def read_weights(model: Any, names: Collection[str]) -> dict[str, NDArray[np.generic]]:
    """Return the weights called ``names`` that are there."""
    to_array = _import_onnx().numpy_helper.to_array
    return {each.name: to_array(each) for each in model.graph.initializer if each.name in names}


def replace_nodes(
    model: Any,
    replace: Mapping[str, Sequence[Any]],
    *,
    inputs: Sequence[Any] = (),
    outputs: Sequence[Any] = (),
    weights: Sequence[Any] = (),
) -> None:
    """Exchange nodes of ``model``, and add weights, inputs and outputs to it.

    ``replace`` maps the name of a node to the nodes that stand in its place, none to take it out.
    Raises ``ValueError`` when a node is not there.
    """
    missing = dict(replace)
    kept: list[Any] = []
    for each in model.graph.node:
        # In the old node's place: nodes stand in an order in which they can be computed.
        kept.extend(missing.pop(each.name) if each.name in missing else (each,))
    # Another export of the model: better no voice than one with half of our changes.
    if missing:
        raise ValueError(f"the model has no node called {', '.join(missing)}")
    _fill(model.graph.node, kept)
    model.graph.initializer.extend(weights)
    model.graph.input.extend(inputs)
    model.graph.output.extend(outputs)


def extract_part(model: Any, *, inputs: Sequence[Any] = (), outputs: Sequence[Any] = ()) -> Any:
    """Return what of ``model`` gives ``outputs``, or its own, without what these do not need.

    ``inputs`` are tensors of the model that are fed instead of computed; both are made by
    `make_value_info`. onnxruntime would compute nodes that nobody needs and keep their weights.
    """
    graph = model.graph
    kept, wanted = _find_needed(graph, outputs or graph.output, inputs)
    part = _import_onnx().ModelProto(
        ir_version=model.ir_version,
        opset_import=model.opset_import,
        producer_name=model.producer_name,
        metadata_props=model.metadata_props,
    )
    part.graph.name = graph.name
    # Only what is wanted is copied: a whole copy would be that of the weights too.
    part.graph.node.extend(kept)
    part.graph.initializer.extend(each for each in graph.initializer if each.name in wanted)
    part.graph.input.extend(each for each in graph.input if each.name in wanted)
    part.graph.input.extend(inputs)
    part.graph.output.extend(outputs or graph.output)
    return part


def drop_unneeded(model: Any) -> None:
    """Take out of ``model`` what its outputs do not need; nothing of what stays is copied."""
    kept, wanted = _find_needed(model.graph, model.graph.output, ())
    _fill(model.graph.node, kept)
    weights = model.graph.initializer
    for number in range(len(weights) - 1, -1, -1):
        if weights[number].name not in wanted:
            del weights[number]


def _find_needed(
    graph: Any, outputs: Sequence[Any], inputs: Sequence[Any]
) -> tuple[list[Any], set[str]]:
    """Return the nodes that ``outputs`` need, in order, and the names of all tensors they do."""
    given = {each.name for each in inputs}
    wanted = {each.name for each in outputs}
    kept = []
    # From the end: nodes are in order of computation, so one pass finds all that is needed.
    for each in reversed(graph.node):
        # What is fed needs no node that computes it.
        if not (wanted - given).isdisjoint(each.output):
            wanted |= set(each.input)
            kept.append(each)
    return kept[::-1], wanted


def _fill(repeated: Any, values: Sequence[Any]) -> None:
    """Put ``values`` in place of what a repeated field has, among them its own."""
    old = len(repeated)
    repeated.extend(values)
    del repeated[:old]


def add_metadata(model: Any, name: str, value: str) -> None:
    """Add a line of metadata to ``model``, which the runtime gives back."""
    model.metadata_props.add(key=name, value=value)


# -- parts of a graph ------------------------------------------------------------------------


def make_node(
    op: str,
    inputs: Sequence[str],
    outputs: Sequence[str],
    *attributes: Any,
    name: str,
    domain: str = "",
) -> Any:
    """Make an operation, of the default domain if no other is named."""
    made = _import_onnx().helper.make_node(op, inputs, outputs, name=name, domain=domain)
    made.attribute.extend(attributes)
    return made


def make_attribute(name: str, value: float | Sequence[int]) -> Any:
    """Make an attribute of a node: a whole number, a float, or whole numbers."""
    return _import_onnx().helper.make_attribute(name, value)


def make_constant(output: str, values: Sequence[int]) -> Any:
    """Make a node that gives the int64 vector ``values``."""
    onnx = _import_onnx()
    # Without a name: it is part of the node and no weight of the graph.
    value = onnx.helper.make_tensor("", onnx.TensorProto.INT64, [len(values)], values)
    return make_node("Constant", (), (output,), make_attribute("value", value), name=output)


def make_initializer(name: str, value: NDArray[np.generic]) -> Any:
    """Make weights of any shape."""
    return _import_onnx().numpy_helper.from_array(value, name)


def make_value_info(name: str, element: int, rank: int) -> Any:
    """Make the declaration of an input or output.

    ``element`` is ONNX's number of the element type (1: float32), ``rank`` how many dimensions,
    all of them free.
    """
    free = [f"{name}_{axis}" for axis in range(rank)]
    return _import_onnx().helper.make_tensor_value_info(name, element, free)
