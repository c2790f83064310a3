"""Writes an ONNX graph operator by operator: those that the encoder needs, in float32 or in int8.

What ONNX Runtime's own optimizer would fuse is written fused (its domain com.microsoft), because that optimizer fuses
differently in each version, and one of its choices, SkipLayerNormalization, is three times as slow in 1.32 as in 1.23.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import NodeProto, TensorProto, helper, numpy_helper

FUSED = "com.microsoft"
HEADS = 12
LAYER_NORM_EPSILON = 1e-12
SEVEN_BITS, EIGHT_BITS = 64, 127
"""The greatest number that a weight, and a word's entry, becomes."""

Floats = npt.NDArray[np.float32]


@dataclass
class Graph:
    """The nodes and tensors written so far, in float32; each method gives back the name of what it computes."""

    nodes: list[NodeProto] = field(default_factory=list)
    tensors: list[TensorProto] = field(default_factory=list)

    def node(self, operator: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        """Add an operator with one output."""
        return self.split_node(operator, *inputs, outputs=[output or f"{operator}_{len(self.nodes)}"], **attributes)[0]

    def split_node(self, operator: str, *inputs: str, outputs: list[str], **attributes: Any) -> list[str]:
        """Add an operator with several outputs."""
        self.nodes.append(helper.make_node(operator, list(inputs), outputs, **attributes))
        return outputs

    def tensor(self, name: str, values: npt.NDArray[Any]) -> str:
        """Add a constant."""
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def look_up(self, name: str, table: Floats, numbers: str) -> str:
        """The rows of a table that have these numbers."""
        return self.node("Gather", self.tensor(name, table), numbers)

    def linear(self, name: str, source: str, weight: Floats, bias: Floats) -> str:
        """source @ weight + bias."""
        product = self.node("MatMul", source, self.tensor(f"{name}.weight", weight))
        return self.node("Add", product, self.tensor(f"{name}.bias", bias))

    def attention(self, name: str, source: str, weight: Floats, bias: Floats) -> str:
        """Scaled dot-product attention in all heads; queries, keys and values come from one product, in this order."""
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        self.split_node("Split", self.linear(name, source, weight, bias), outputs=parts, axis=-1)
        return self.node("MultiHeadAttention", *parts, domain=FUSED, num_heads=HEADS)

    def gelu(self, source: str) -> str:
        """x / 2 * (1 + erf(x / sqrt 2)): the exact form, which the model was trained with."""
        return self.node("Gelu", source, domain=FUSED)

    def layer_norm(self, name: str, source: str, other: str, scale: Floats, shift: Floats, output: str = "") -> str:
        """Layer normalisation of the sum of the two over the last axis."""
        factors = (self.tensor(f"{name}.weight", scale), self.tensor(f"{name}.bias", shift))
        total = self.node("Add", source, other)
        return self.node("LayerNormalization", total, *factors, output=output, axis=-1, epsilon=LAYER_NORM_EPSILON)


class Int8Graph(Graph):
    """The same in int8: weights in seven bits, a scale for each column; activations in eight, scaled for each text.

    Seven bits because plain AVX2 adds two products of an unsigned and a signed byte in sixteen bits and saturates:
    2 * 255 * 127 does not fit, 2 * 255 * 64 does. Measured beside float32 (cosine on 256 sentences, middle and least):
    seven bits, .988 and .941; the table of words in float32, .988 and .935, 35 MB more; eight bits, .990 and .963, but
    not safe everywhere; one scale for a whole matrix, .844 and .514 in seven bits, .947 and .758 in eight.
    """

    def look_up(self, name: str, table: Floats, numbers: str) -> str:
        """Eight bits, since nothing multiplies them, and one scale for the table."""
        scale = np.float32(np.abs(table).max() / EIGHT_BITS)
        rows = self.node("Gather", self.tensor(name, np.rint(table / scale).astype(np.int8)), numbers)
        return self.node("DequantizeLinear", rows, self.tensor(f"{name}.scale", np.array(scale)))

    def linear(self, name: str, source: str, weight: Floats, bias: Floats) -> str:
        """source @ weight + bias, from and to float32."""
        factors, shift = self._quantized(name, weight), self.tensor(f"{name}.bias", bias)
        return self.node("DynamicQuantizeMatMul", source, *factors, "", shift, domain=FUSED)

    def attention(self, name: str, source: str, weight: Floats, bias: Floats) -> str:
        """Projections in int8, the attention itself in float32."""
        parts = [f"{name}.{part}" for part in ("source", "source_scale", "source_zero")]
        quantized, scale, zero = self.split_node("DynamicQuantizeLinear", source, outputs=parts)
        factor, factor_scale = self._quantized(name, weight)
        given = (quantized, factor, self.tensor(f"{name}.bias", bias), scale, factor_scale, "", zero)
        return self.node("QAttention", *given, domain=FUSED, num_heads=HEADS)

    def gelu(self, source: str) -> str:
        """By tanh: quicker, at most .0005 from the exact form; the vectors are as near to float32's as with that."""
        return self.node("FastGelu", source, domain=FUSED)

    def _quantized(self, name: str, weight: Floats) -> tuple[str, str]:
        scales = (np.abs(weight).max(axis=0) / SEVEN_BITS).astype(np.float32)
        rounded = np.rint(weight / scales).astype(np.int8)
        return self.tensor(f"{name}.weight", rounded), self.tensor(f"{name}.scale", scales)
