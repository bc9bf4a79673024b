"""Graphs read and changed: parts, nodes in another's place, what is no model."""

from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from audiopress.engines.onnx import graph
from audiopress.errors import VoiceError


@pytest.fixture
def model() -> Any:
    """Give x -> a (Mul by w) -> b (Neg) -> y (Add of v), and an idle node with weights."""
    make = helper.make_node
    nodes = [
        make("Mul", ["x", "w"], ["a"], "times", doc_string="kept"),
        make("Neg", ["a"], ["b"], "minus"),
        make("Add", ["b", "v"], ["y"], "plus"),
        make("Mul", ["a", "idle_weights"], ["z"], "idle"),
    ]
    info = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n"]) for name in "xy"]
    names = ("w", "v", "idle_weights")
    held = [numpy_helper.from_array(np.ones(1, np.float32), name) for name in names]
    made = helper.make_graph(nodes, "g", info[:1], info[1:], held)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


def name_all(values: Any) -> list[str]:
    return [each.name for each in values]


@pytest.mark.parametrize("body", [b"", b"\xff", b"\x3a\x05ab", b"no model at all", b"\x08\x07"])
def test_what_is_no_model_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(ValueError, match="ONNX"):
        graph.parse_model(body)


def test_what_no_output_needs_is_taken_out(model: Any) -> None:
    graph.drop_unneeded(model)
    onnx.checker.check_model(model)
    assert name_all(model.graph.node) == ["times", "minus", "plus"]
    assert name_all(model.graph.initializer) == ["w", "v"]


def test_a_model_is_cut_in_two_parts(model: Any) -> None:
    seam = graph.make_value_info("b", 1, 1)
    front = graph.extract_part(model, outputs=[seam])
    behind = graph.extract_part(model, inputs=[seam])
    for part in (front, behind):
        onnx.checker.check_model(part)
    assert name_all(front.graph.node) == ["times", "minus"]
    assert (name_all(front.graph.input), name_all(front.graph.output)) == (["x"], ["b"])
    assert name_all(behind.graph.node) == ["plus"]
    assert (name_all(behind.graph.input), name_all(behind.graph.initializer)) == (["b"], ["v"])
    assert len(model.graph.node) == 4


def test_nodes_stand_in_the_place_of_another(model: Any) -> None:
    new = [
        graph.make_constant("two", [2]),
        graph.make_node("Cast", ["two"], ["c"], graph.make_attribute("to", 1), name="cast"),
        graph.make_node("Mul", ["a", "c"], ["b"], name="twice"),
    ]
    graph.replace_nodes(model, {"minus": new, "idle": []})
    onnx.checker.check_model(model)
    assert name_all(model.graph.node) == ["times", "two", "cast", "twice", "plus"]
    (times,) = graph.find_nodes(model, "Mul")[:1]
    assert (times.inputs, times.outputs) == (("x", "w"), ("a",))


def test_a_node_that_is_not_there_is_named_and_nothing_changed(model: Any) -> None:
    before = model.SerializeToString()
    with pytest.raises(ValueError, match="no node called nowhere"):
        graph.replace_nodes(model, {"minus": [], "nowhere": []})
    assert model.SerializeToString() == before


def test_metadata_is_given_back(model: Any) -> None:
    graph.add_metadata(model, "reach", "11")
    assert {each.key: each.value for each in model.metadata_props} == {"reach": "11"}


def test_without_the_package_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def miss(name: str) -> None:
        raise ImportError(name)

    graph._import_onnx.cache_clear()  # noqa: SLF001 - it imports once a process
    monkeypatch.setattr(graph.importlib, "import_module", miss)
    with pytest.raises(VoiceError, match="onnx") as caught:
        graph.parse_model(b"")
    assert caught.value.hint == "python -m pip install onnx"
