"""The rows of `rows`, on a small net of the same make, judged by onnx and onnxruntime."""

from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from audiopress.engines.kokoro import fast_kernel
from audiopress.engines.onnx import graph

CHANNELS = 64


def net(
    top: int, taps: int = 5, dilation: int = 3, channels: int = CHANNELS, *, loud: bool = False
) -> bytes:
    """A quantised convolution with its bias, then a normalisation with scale and shift."""
    random = np.random.default_rng(3)
    at = "/decoder/conv"
    pad = dilation * (taps - 1) // 2
    weights = random.integers(0, top + 1, (channels, CHANNELS, taps)).astype(np.uint8)
    weights[0, 0, 0] = top
    if loud:
        weights[::2], weights[1::2] = 0, top
    values = {
        "w": weights, "w_zero": np.uint8(61), "w_scale": np.float32(0.003),
        "bias": random.standard_normal(channels).astype(np.float32),
        "column": np.array([1, -1, 1]), "time": np.array([2]), "eps": np.float32(1e-5),
        "scale": random.standard_normal((1, channels, 1)).astype(np.float32),
        "shift": random.standard_normal((1, channels, 1)).astype(np.float32),
    }  # fmt: skip
    make = helper.make_node
    nodes = [
        make("DynamicQuantizeLinear", ["x"], ["q", "q_scale", "q_zero"], "/decoder/quantised"),
        make("Mul", ["q_scale", "w_scale"], ["both"], "both"),
        make("Div", ["bias", "both"], ["b1"], "b1"),
        make("Floor", ["b1"], ["b2"], "b2"),
        make("Cast", ["b2"], ["b3"], "b3", to=TensorProto.INT32),
        make("Reshape", ["b3", "column"], ["b4"], "b4"),
        make(
            "ConvInteger", ["q", "w", "q_zero", "w_zero"], ["c"], at,
            kernel_shape=[taps], dilations=[dilation], pads=[pad, pad],
        ),
        make("Add", ["c", "b4"], ["c1"], "c1"),
        make("Cast", ["c1"], ["c2"], "c2", to=TensorProto.FLOAT),
        make("Mul", ["c2", "both"], ["y"], "y"),
        make("ReduceMean", ["y", "time"], ["mean"], "mean"),
        make("Sub", ["y", "mean"], ["less"], "less"),
        make("Mul", ["less", "less"], ["square"], "square"),
        make("ReduceMean", ["square", "time"], ["var"], "var"),
        make("Add", ["var", "eps"], ["v1"], "v1"),
        make("Sqrt", ["v1"], ["v2"], "v2"),
        make("Div", ["less", "v2"], ["unit"], "unit"),
        make("Mul", ["scale", "unit"], ["scaled"], "scaled"),
        make("Add", ["scaled", "shift"], ["out"], "/decoder/norm"),
    ]  # fmt: skip
    free: list[Any] = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, size, "time"])
        for name, size in (("x", CHANNELS), ("y", channels), ("out", channels))
    ]
    held = [numpy_helper.from_array(np.asarray(value), name) for name, value in values.items()]
    made = helper.make_graph(nodes, "net", free[:1], free[1:], held)
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(made, opset_imports=opsets, ir_version=9)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def convert(model: bytes) -> bytes:
    return fast_kernel.convert_to_rows(graph.parse_model(model))


def count(model: bytes, op: str) -> int:
    return len(graph.find_nodes(graph.parse_model(model), op))


def run(model: bytes, length: int = 41) -> list[Any]:
    runtime: Any = onnxruntime
    session = runtime.InferenceSession(model, providers=["CPUExecutionProvider"])
    x = np.random.default_rng(4).standard_normal((1, CHANNELS, length)).astype(np.float32)
    return list(session.run(None, {"x": x}))


@pytest.mark.parametrize(("taps", "dilation"), [(1, 1), (3, 1), (5, 3)])
def test_rows_give_the_same_numbers(taps: int, dilation: int) -> None:
    model = net(127, taps, dilation)
    changed = convert(model)
    onnx.checker.check_model(onnx.load_from_string(changed))
    assert not count(changed, "ConvInteger")
    assert not count(changed, "ReduceMean")
    for own, fast in zip(run(model), run(changed), strict=True):
        # The published bias is cut to whole steps, ours is not; all else is the same sum.
        assert np.max(np.abs(own - fast)) < 2e-4
        assert np.std(own) > 0.1


def test_the_largest_weights_and_sounds_do_not_overflow() -> None:
    model = net(127, 3, loud=True)
    changed = convert(model)
    runtime: Any = onnxruntime
    loud = np.full((1, CHANNELS, 32), 255.0, dtype=np.float32)
    own, fast = (
        runtime.InferenceSession(each, providers=["CPUExecutionProvider"]).run(["y"], {"x": loud})
        for each in (model, changed)
    )
    assert np.max(np.abs(own[0])) > 20  # far above what is compared with: a step of the bias
    assert np.allclose(own[0], fast[0], rtol=1e-5, atol=0.0031)


def test_weights_of_eight_bits_stay_as_they_are() -> None:
    changed = convert(net(200))
    assert count(changed, "ConvInteger") == 1
    assert count(changed, "InstanceNormalization") == 1


def test_few_channels_stay_as_they_are() -> None:
    assert count(convert(net(127, channels=8)), "ConvInteger") == 1


def test_a_net_without_any_of_it_is_an_error() -> None:
    value = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])
    other = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])
    made = helper.make_graph([helper.make_node("Neg", ["x"], ["y"], "n")], "g", [value], [other])
    with pytest.raises(ValueError, match="rows"):
        convert(helper.make_model(made).SerializeToString())
