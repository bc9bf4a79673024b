"""An output is added to a model that nobody reads, and the runtime and onnx see it."""

from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper

from audiopress import voices
from audiopress.engines.hibari import model as hibari
from audiopress.engines.onnx.added_output import add_output


def make_model(tensor: str) -> bytes:
    nodes = [helper.make_node("Neg", ["x"], [tensor]), helper.make_node("Abs", [tensor], ["y"])]
    info = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n"]) for name in "xy"]
    made = helper.make_graph(nodes, "g", info[:1], info[1:])
    opsets = [helper.make_opsetid("", 20)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9).SerializeToString()


@pytest.mark.parametrize("tensor", ["t", "/a/Round_output_0", "n" * 127, "n" * 128, "n" * 20_000])
def test_the_runtime_gives_what_was_added(tensor: str) -> None:
    model = make_model(tensor)
    changed = add_output(model, tensor, rank=1)
    assert changed.startswith(model)
    onnx.checker.check_model(onnx.load_from_string(changed))
    runtime: Any = onnxruntime
    session = runtime.InferenceSession(changed, providers=["CPUExecutionProvider"])
    assert [each.name for each in session.get_outputs()] == ["y", tensor]
    y, added = session.run(None, {"x": np.array([1.0, -2.0], dtype=np.float32)})
    assert (y.tolist(), added.tolist()) == ([1.0, 2.0], [-1.0, 2.0])


def test_a_tensor_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="it has no /Clip_output_0"):
        add_output(make_model("t"), "/Clip_output_0", rank=1)


def test_the_durations_of_heart_are_the_one_node_that_bounds() -> None:
    heart = voices.find("heart")
    parsed = onnx.load_from_string(voices.read(heart, heart.files[0].name))
    (clip,) = (node for node in parsed.graph.node if node.op_type == "Clip")
    assert list(clip.output) == [hibari._DURATIONS]  # noqa: SLF001 - what the exporter calls it
