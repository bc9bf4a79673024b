"""The changes of `audiopress.engines.onnx` made with the ``onnx`` package: what 0127 weighs.

The same functions, for a ``ModelProto`` in place of its bytes, so that either can be put in the
other's place (`bench_graph`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import onnx
from onnx import helper, numpy_helper

from audiopress.engines.onnx.graph import Node

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

make_attribute = helper.make_attribute


def find_nodes(model: Any, op: str = "") -> tuple[Node, ...]:
    """Return the nodes of kind ``op``, or all of them, in the order of the graph."""
    return tuple(
        _read_node(each) for each in model.graph.node if each.op_type == (op or each.op_type)
    )


def _read_node(found: Any) -> Node:
    return Node(
        op=found.op_type,
        name=found.name,
        inputs=tuple(found.input),
        outputs=tuple(found.output),
        attributes={
            each.name: value for each in found.attribute if (value := _read_attribute(each))
        },
    )


def _read_attribute(attribute: Any) -> tuple[int, ...]:
    if attribute.type == onnx.AttributeProto.INT:
        return (attribute.i,)
    return tuple(attribute.ints)


def read_weights(model: Any, names: Collection[str]) -> dict[str, Any]:
    """Return the weights called ``names`` that are there."""
    found = (each for each in model.graph.initializer if each.name in names)
    return {each.name: numpy_helper.to_array(each) for each in found}


def replace_nodes(
    model: Any,
    replace: Mapping[str, Sequence[Any]],
    *,
    inputs: Sequence[Any] = (),
    outputs: Sequence[Any] = (),
    weights: Sequence[Any] = (),
) -> Any:
    """Return ``model`` with nodes exchanged, and weights, inputs and outputs added."""
    missing = dict(replace)
    kept: list[Any] = []
    for each in model.graph.node:
        kept.extend(missing.pop(each.name) if each.name in missing else (each,))
    if missing:
        raise ValueError(f"the model has no node called {', '.join(missing)}")
    changed = _copy(model, node=kept)
    changed.graph.initializer.extend(weights)
    changed.graph.input.extend(inputs)
    changed.graph.output.extend(outputs)
    return changed


def extract_part(model: Any, *, inputs: Sequence[Any] = (), outputs: Sequence[Any] = ()) -> Any:
    """Return what of ``model`` gives ``outputs``, or its own, without what these do not need."""
    given = {each.name for each in inputs}
    outputs = list(outputs) or list(model.graph.output)
    wanted = {each.name for each in outputs}
    kept = []
    for each in reversed(model.graph.node):
        if not (wanted - given).isdisjoint(each.output):
            wanted |= set(each.input)
            kept.append(each)
    return _copy(
        model,
        node=kept[::-1],
        initializer=[each for each in model.graph.initializer if each.name in wanted],
        input=[*(each for each in model.graph.input if each.name in wanted), *inputs],
        output=outputs,
    )


def _copy(model: Any, **parts: Sequence[Any]) -> Any:
    changed = onnx.ModelProto()
    changed.CopyFrom(model)
    for name, values in parts.items():
        del getattr(changed.graph, name)[:]
        getattr(changed.graph, name).extend(values)
    return changed


def add_metadata(model: Any, name: str, value: str) -> Any:
    """Return ``model`` with a line of metadata."""
    helper.set_model_props(model, {name: value})
    return model


def make_node(
    op: str,
    inputs: Sequence[str],
    outputs: Sequence[str],
    *attributes: Any,
    name: str,
    domain: str = "",
) -> Any:
    """Make an operation."""
    made = helper.make_node(op, list(inputs), list(outputs), name=name, domain=domain)
    made.attribute.extend(attributes)
    return made


def make_constant(output: str, values: Sequence[int]) -> Any:
    """Make a node that gives the int64 vector ``values``."""
    value = helper.make_tensor("", onnx.TensorProto.INT64, [len(values)], values)
    return helper.make_node("Constant", [], [output], name=output, value=value)


def make_initializer(name: str, value: Any) -> Any:
    """Make weights of any shape."""
    return numpy_helper.from_array(value, name)


def make_value_info(name: str, element: int | None = None, rank: int = 0) -> Any:
    """Make the declaration of an input or output."""
    if element is None:
        return onnx.ValueInfoProto(name=name)
    return helper.make_tensor_value_info(name, element, [f"{name}_{n}" for n in range(rank)])
