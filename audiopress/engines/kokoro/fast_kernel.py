"""Kokoro's int8 vocoder in a quicker order of the same arithmetic: the kernel ``fast``.

As published, its convolutions run as ``ConvInteger``, for which onnxruntime multiplies unsigned
by unsigned bytes. The weights use seven bits of eight, so that 64 can be taken from them: as
signed bytes they go through the kernel for unsigned by signed, which takes fewer instructions
and cannot overflow (two products are at most 2 * 255 * 64 < 2^15). A
convolution becomes: time first, the taps gathered in rows, one matrix product with scale and bias
in it. The integers are the same. Each normalisation, eight nodes over the whole
tensor, becomes one node. See docs/decisions/0124 for what that gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from audiopress.engines.onnx import graph
from audiopress.engines.onnx.graph import make_attribute, make_initializer, make_node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from audiopress.engines.onnx.graph import Node

__all__ = ["convert_to_rows"]

_PART = "/decoder/"
"""Behind the durations and the pitch: these stay as they are, to the bit."""

_SEVEN_BITS = 127
"""The largest weight of seven bits; with a larger one, two products could overflow 16 bits."""

_MIDDLE = 64
"""Taken from every weight and zero point: unsigned seven bits become signed ones."""

_FEW = 64
"""Output channels below which rows are not worth gathering: the product is then too small."""

_CONV_DIMENSIONS = 3
"""Dimensions of the weights of a convolution over time: output channels, input channels, taps."""

_ORT = "com.microsoft"
"""The domain of onnxruntime's own operators, of which ``MatMulIntegerToFloat`` is one."""

# Small tensors that all rewritten convolutions use, added to the model once, by their names.
_SHARED = {
    "rows_from": np.array(0, dtype="<i8"),
    "rows_step": np.array(1, dtype="<i8"),
    "rows_first": np.array([0], dtype="<i8"),
    "rows_second": np.array([1], dtype="<i8"),
    "rows_flat": np.array([-1], dtype="<i8"),
}

# What the steps of `_gather_taps` give, in order; each name is put behind that of the convolution.
_GATHERING = ("padded", "long", "length", "moments", "column", "places", "taps", "rows")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Connections:
    """A graph with its connections: which node makes a tensor, which take it, the weights."""

    nodes: tuple[Node, ...]
    makers: dict[str, Node]
    takers: dict[str, list[Node]]
    weights: dict[str, NDArray[np.generic]]

    def find_maker(self, node: Node | None, op: str) -> Node | None:
        """Return the one node of kind ``op`` that feeds ``node``, if there is just one."""
        makers = (self.makers.get(name) for name in (node.inputs if node else ()))
        found = [maker for maker in makers if maker and maker.op == op]
        return found[0] if len(found) == 1 else None

    def find_taker(self, node: Node | None, *ops: str) -> Node | None:
        """Return the only taker of what ``node`` gives, if its kind is among ``ops``."""
        takers = self.takers.get(node.outputs[0], []) if node else []
        return takers[0] if len(takers) == 1 and takers[0].op in ops else None


def convert_to_rows(model: Any) -> bytes:
    """Return ``model``, a ``ModelProto`` which is changed, with its vocoder in rows.

    Raises ``ValueError`` when nothing in it looks like the vocoder this is for.
    """
    net = _connect(model)
    replaced: dict[str, list[Any]] = {}
    weights = [make_initializer(name, value) for name, value in _SHARED.items()]
    for node in net.nodes:
        if node.op == "ConvInteger" and _PART in node.name:
            _replace_convolution(net, node, replaced, weights)
        elif node.op == "Add" and _PART in node.name:
            _replace_normalization(net, node, replaced)
    if not replaced:
        raise ValueError("none of its convolutions can be turned into rows")
    # The nodes that nobody needs any more go: the runtime would keep their weights.
    graph.replace_nodes(model, replaced, weights=weights)
    # Copies of the weights, 90 MB each: the model has them now.
    del net, weights, replaced
    graph.drop_unneeded(model)
    made: bytes = model.SerializeToString()
    return made


def _connect(model: Any) -> _Connections:
    all_nodes = graph.find_nodes(model)
    takers: dict[str, list[Node]] = {}
    for node in all_nodes:
        for name in node.inputs:
            takers.setdefault(name, []).append(node)
    return _Connections(
        nodes=all_nodes,
        makers={name: node for node in all_nodes for name in node.outputs},
        takers=takers,
        weights=graph.read_weights(model, takers.keys()),
    )


# -- a convolution as one product ------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _QuantizedConv:
    """A quantised convolution: its tensors and what stands around it.

    ``signed`` are its weights of shape (out, in, taps), 64 taken from them; ``zero`` is their
    zero point likewise.
    """

    node: Node
    signed: NDArray[np.int8]
    zero: int
    bias: str
    input_scale: str
    weight_scale: str
    last: Node


def _replace_convolution(
    net: _Connections, node: Node, replaced: dict[str, list[Any]], weights: list[Any]
) -> None:
    conv = _match_convolution(net, node)
    if conv is None:
        return
    name, taps = node.name, conv.signed.shape[2]
    # Rows by tap and then channel, as `_gather_taps` puts the sound.
    matrix = conv.signed.transpose(2, 1, 0).reshape(-1, conv.signed.shape[0])
    weights.append(make_initializer(f"{name}_matrix", np.ascontiguousarray(matrix)))
    weights.append(make_initializer(f"{name}_zero", np.array(conv.zero, dtype="i1")))
    # (1, channels, time) to (1, time, channels): a product needs what it sums over last.
    turn = make_attribute("perm", (0, 2, 1))
    new = [make_node("Transpose", node.inputs[:1], [f"{name}_time"], turn, name=f"{name}_time")]
    if taps > 1:
        new.extend(_gather_taps(conv, weights))
    takes = [
        f"{name}_{'rows' if taps > 1 else 'time'}", f"{name}_matrix", conv.input_scale,
        conv.weight_scale, node.inputs[2], f"{name}_zero", *([conv.bias] if conv.bias else []),
    ]  # fmt: skip
    product = f"{name}_product"
    new.append(make_node("MatMulIntegerToFloat", takes, [product], name=product, domain=_ORT))
    new.append(make_node("Transpose", [product], conv.last.outputs, turn, name=f"{name}_back"))
    # The last node's output keeps its name, so that nothing behind it has to be changed.
    replaced |= {node.name: [], conv.last.name: new}
    # What scaled and biased the whole numbers is within the product now.
    between = net.find_taker(node, "Add", "Cast")
    while between and between is not conv.last:
        replaced[between.name] = []
        between = net.find_taker(between, "Cast", "Mul")


def _gather_taps(conv: _QuantizedConv, weights: list[Any]) -> list[Any]:
    """Put before each moment its taps: (1, time, in) becomes (1, time, taps * in)."""
    name, (_, channels, taps) = conv.node.name, conv.signed.shape
    dilation = conv.node.attributes.get("dilations", (1,))[0]
    before, after = conv.node.attributes.get("pads", (0, 0))
    numbers = {
        "edges": [0, before, 0, 0, after, 0],
        "steps": [[tap * dilation for tap in range(taps)]],
        "shape": [1, -1, taps * channels],
    }
    for what, value in numbers.items():
        weights.append(make_initializer(f"{name}_{what}", np.array(value, dtype="<i8")))
    start, end = make_attribute("start", 1), make_attribute("end", 2)
    own = {what: f"{name}_{what}" for what in ("time", *numbers, *_GATHERING)}
    # Padded with the sound's zero point, which is what silence is in these bytes.
    own["pad"] = conv.node.inputs[2]

    def step(op: str, takes: Sequence[str], gives: str, *attributes: Any) -> Any:
        known = [own.get(each, each) for each in takes]
        return make_node(op, known, [own[gives]], *attributes, name=own[gives])

    return [
        step("Pad", ["time", "edges", "pad"], "padded"),
        step("Shape", ["time"], "long", start, end),
        step("Squeeze", ["long", "rows_first"], "length"),
        step("Range", ["rows_from", "length", "rows_step"], "moments"),
        step("Unsqueeze", ["moments", "rows_second"], "column"),
        step("Add", ["column", "steps"], "places"),
        step("Gather", ["padded", "places"], "taps", make_attribute("axis", 1)),
        step("Reshape", ["taps", "shape"], "rows"),
    ]


def _match_convolution(net: _Connections, node: Node) -> _QuantizedConv | None:
    """Read what stands around a ``ConvInteger``; ``None`` where it is not the usual."""
    raw, zero = (net.weights.get(node.inputs[index]) for index in (1, 3))
    settings = node.attributes
    plain = settings.get("strides", (1,)) == (1,) and settings.get("group", (1,)) == (1,)
    if raw is None or zero is None or raw.ndim != _CONV_DIMENSIONS or zero.ndim or not plain:
        return None
    # Eight bits would overflow in the kernel for signed bytes; few channels gain nothing.
    if raw.dtype != np.uint8 or raw.max() > _SEVEN_BITS or len(raw) < _FEW:
        return None
    biased = net.find_taker(node, "Add")
    last = net.find_taker(net.find_taker(biased or node, "Cast"), "Mul")
    scales = net.find_maker(last, "Mul")
    quantised = net.makers.get(node.inputs[0])
    bias = _find_bias(net, biased) if biased else ""
    if last is None or scales is None or quantised is None or bias is None:
        return None
    input_scale = quantised.outputs[1]
    (weight_scale,) = (each for each in scales.inputs if each != input_scale)
    return _QuantizedConv(
        node=node,
        signed=(raw.astype(np.uint8, copy=False) - np.uint8(_MIDDLE)).view(np.int8),
        zero=int(zero) - _MIDDLE,
        bias=bias,
        input_scale=input_scale,
        weight_scale=weight_scale,
        last=last,
    )


def _find_bias(net: _Connections, biased: Node) -> str | None:
    """Return the bias in floats, from which the whole numbers that are added are made."""
    made = net.find_maker(
        net.find_maker(net.find_maker(net.find_maker(biased, "Reshape"), "Cast"), "Floor"), "Div"
    )
    # A bias that is computed cannot be given to the product: such a node stays as it is.
    return made.inputs[0] if made and made.inputs[0] in net.weights else None


# -- a normalisation as one node -------------------------------------------------------------


def _replace_normalization(net: _Connections, node: Node, replaced: dict[str, list[Any]]) -> None:
    """Replace ``(x - mean) / sqrt(variance + eps) * scale + shift`` over time, x (1, c, t)."""
    scaled = net.find_maker(node, "Mul")
    ratio = net.find_maker(scaled, "Div")
    less, root = net.find_maker(ratio, "Sub"), net.find_maker(ratio, "Sqrt")
    mean, spread = net.find_maker(less, "ReduceMean"), net.find_maker(root, "Add")
    if scaled is None or ratio is None or less is None or mean is None or spread is None:
        return
    eps = [net.weights[each] for each in spread.inputs if each in net.weights]
    axes = net.weights.get(mean.inputs[-1])
    # The mean must be that of the tensor it is taken from, else it is no normalisation.
    if mean.inputs[0] != less.inputs[0] or len(eps) != 1 or axes is None:
        return
    # Only over time: `InstanceNormalization` does just that.
    if axes.tolist() not in ([2], [-1]):
        return
    name = node.name
    (scale,) = (each for each in scaled.inputs if each not in ratio.outputs)
    (shift,) = (each for each in node.inputs if each not in scaled.outputs)
    flat = [f"{name}_scale", f"{name}_shift"]
    replaced[name] = [
        make_node("Reshape", [scale, "rows_flat"], flat[:1], name=flat[0]),
        make_node("Reshape", [shift, "rows_flat"], flat[1:], name=flat[1]),
        make_node(
            "InstanceNormalization", [less.inputs[0], *flat], node.outputs,
            make_attribute("epsilon", float(eps[0])), name=f"{name}_normalised",
        ),
    ]  # fmt: skip
