"""Writes all-MiniLM-L6-v2 as an ONNX graph: word pieces in, token vectors and a sentence vector out.

The shape of it is BERT's (Devlin and others, 2019, arXiv:1810.04805) with the figures of the model's config.json;
pooling and normalisation as its modules.json says: the mean over the pieces, then unit length.
"""

from __future__ import annotations

import numpy as np
from onnx import ModelProto, TensorProto, checker, helper

from bot.understanding.encoder.files import Precision
from bot.understanding.encoder.operators import FUSED, Graph, Int8Graph
from bot.understanding.encoder.weights import Weights

LAYERS, WIDTH = 6, 384
LONGEST = 256
"""Word pieces; the model's sentence_bert_config.json. Beyond it the model was never trained."""
OPSET, FUSED_OPSET, IR_VERSION = 17, 1, 8
"""Old enough for the engine's onnxruntime, new enough for LayerNormalization."""


def write_graph(weights: Weights, precision: Precision) -> ModelProto:
    """The whole model, for one text at a time: then nothing is padding, and no step has to be told what is.

    Input: `ids`, int64, 1 by pieces. Outputs: `tokens`, 1 by pieces by 384, and `sentence`, 1 by 384, of unit length.
    """
    graph = Int8Graph() if precision == "int8" else Graph()
    hidden = _embeddings(graph, weights)
    for number in range(LAYERS):
        last = number == LAYERS - 1
        hidden = _layer(graph, weights, f"encoder.layer.{number}", hidden, output="tokens" if last else "")
    mean = graph.node("ReduceMean", hidden, axes=[1], keepdims=0)
    graph.node("LpNormalization", mean, output="sentence", axis=-1, p=2)
    return _model(graph)


def _embeddings(graph: Graph, weights: Weights) -> str:
    words = graph.look_up("words", weights["embeddings.word_embeddings.weight"], "ids")
    # A text is one segment, so the first segment's vector belongs to every position.
    segment = weights["embeddings.token_type_embeddings.weight"][0]
    table = graph.tensor("places", weights["embeddings.position_embeddings.weight"][:LONGEST] + segment)
    length = graph.node("Shape", "ids", start=1, end=2)
    places = graph.node("Slice", table, graph.tensor("first", np.array([0])), length)
    return _layer_norm(graph, weights, "embeddings.LayerNorm", words, places)


def _layer(graph: Graph, weights: Weights, name: str, hidden: str, output: str) -> str:
    attended = _dense(graph, weights, f"{name}.attention.output.dense", _attention(graph, weights, name, hidden))
    hidden = _layer_norm(graph, weights, f"{name}.attention.output.LayerNorm", attended, hidden)
    wide = graph.gelu(_dense(graph, weights, f"{name}.intermediate.dense", hidden))
    narrow = _dense(graph, weights, f"{name}.output.dense", wide)
    return _layer_norm(graph, weights, f"{name}.output.LayerNorm", narrow, hidden, output)


def _attention(graph: Graph, weights: Weights, layer: str, hidden: str) -> str:
    parts = [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")]
    weight = np.concatenate([weights[f"{part}.weight"].T for part in parts], axis=1)
    bias = np.concatenate([weights[f"{part}.bias"] for part in parts])
    return graph.attention(f"{layer}.attention.self", hidden, weight, bias)


def _dense(graph: Graph, weights: Weights, name: str, source: str) -> str:
    """A dense layer of the model, whose weights are kept transposed."""
    return graph.linear(name, source, weights[f"{name}.weight"].T, weights[f"{name}.bias"])


def _layer_norm(graph: Graph, weights: Weights, name: str, source: str, other: str, output: str = "") -> str:
    return graph.layer_norm(name, source, other, weights[f"{name}.weight"], weights[f"{name}.bias"], output)


def _model(graph: Graph) -> ModelProto:
    given = [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "pieces"])]
    made = [
        helper.make_tensor_value_info("tokens", TensorProto.FLOAT, [1, "pieces", WIDTH]),
        helper.make_tensor_value_info("sentence", TensorProto.FLOAT, [1, WIDTH]),
    ]
    whole = helper.make_graph(graph.nodes, "all-MiniLM-L6-v2", given, made, graph.tensors)
    operators = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, FUSED_OPSET)]
    model = helper.make_model(whole, opset_imports=operators, ir_version=IR_VERSION)
    checker.check_model(model)
    return model
