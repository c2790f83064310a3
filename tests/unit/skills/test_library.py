"""Content files: the shipped ones load, broken ones are told with file, line, what, and how to mend it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.settings import ROOT
from bot.skills.library import ModuleLibrary

SHIPPED = ROOT / "skills_content"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("modules", "role_plays"):
        shutil.copytree(SHIPPED / name, tmp_path / name)
    return tmp_path


def module_file(folder: Path) -> Path:
    return folder / "modules" / "say_it_with_i.yml"


def break_it(path: Path, old: str, new: str) -> int:
    """Replaces `old` once and gives back the line (from 1) where it stood."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_shipped_content_loads() -> None:
    library = ModuleLibrary.load(SHIPPED)
    assert "say_it_with_i" in library.ids()
    assert library.get("say_it_with_i").version >= 1


def test_a_module_knows_its_minutes_left() -> None:
    module = ModuleLibrary.load(SHIPPED).get("say_it_with_i")
    assert module.minutes_left(0) == module.minutes
    assert module.minutes_left(len(module.steps) - 1) == 1


def test_every_claim_is_cited() -> None:
    library = ModuleLibrary.load(SHIPPED)
    assert all(library.get(module_id).why_it_works.cites for module_id in library.ids())


def test_an_unknown_module_is_told_with_what_there_is() -> None:
    with pytest.raises(ContentError, match=r"juggling.*say_it_with_i"):
        ModuleLibrary.load(SHIPPED).get("juggling")


def test_a_version_that_is_gone_is_none() -> None:
    assert ModuleLibrary.load(SHIPPED).version("say_it_with_i", 99) is None


def test_an_older_version_can_stand_beside_the_newest(folder: Path) -> None:
    old = folder / "modules" / "say_it_with_i.v1.yml"
    shutil.copy(module_file(folder), old)
    break_it(module_file(folder), "version: 1", "version: 2")
    library = ModuleLibrary.load(folder)
    assert library.get("say_it_with_i").version == 2
    assert library.version("say_it_with_i", 1) is not None


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("    kind: practise\n", "    kind: juggle\n", "juggle"),
        ('    question: "Your sister', '    questoin: "Your sister', "questoin.*check its spelling"),
        ("    minutes: 3\n", "    minutes: many\n", "minutes.*write a number"),
        ("version: 1\n", "version: one\n", "version.*write a whole number"),
        ("    aims: [i_statement, concrete_request, observation]\n", "    aims: [flattery]\n", "use one of the words"),
        ("        right: true\n", "", "exactly one option must say `right: true`"),
        ("  - id: two_ways\n", "  - id: three_parts\n", "three_parts; give each its own id"),
        ("    from_step: your_words\n", "    from_step: my_words\n", "my_words, but no step has that id"),
        ("    role_play: robin_and_the_pots\n", "    role_play: nobody\n", "add role_plays/nobody.yml"),
        ("id: say_it_with_i\n", "id: say_it\n", "the file is called say_it_with_i"),
        ("minutes: 15\n", "minutes: 15\nminutes: 16\n", "minutes stands twice"),
        ("pathways: [general]\n", "pathways: [general\n", "not valid YAML"),
        ("  - id: three_parts\n", "  - id: Three Parts\n", "small letters"),
    ],
)
def test_a_mistake_in_a_module_is_told_with_its_file(folder: Path, old: str, new: str, what: str) -> None:
    break_it(module_file(folder), old, new)
    with pytest.raises(ContentError, match=rf"(?s)say_it_with_i\.yml:\d+: .*{what}"):
        ModuleLibrary.load(folder)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    minutes: 3\n", "    minutes: many\n"),
        ("    aims: [i_statement, concrete_request, observation]\n", "    aims: [flattery]\n"),
        ('    question: "Your sister', '    questoin: "Your sister'),
        ("version: 1\n", "version: one\n"),
        ("    role_play: robin_and_the_pots\n", "    role_play: nobody\n"),
        ("id: say_it_with_i\n", "id: say_it\n"),
    ],
)
def test_a_mistake_is_told_with_its_line(folder: Path, old: str, new: str) -> None:
    line = break_it(module_file(folder), old, new)
    with pytest.raises(ContentError, match=rf"say_it_with_i\.yml:{line}: "):
        ModuleLibrary.load(folder)


def test_a_missing_key_is_told_with_the_line_of_its_step(folder: Path) -> None:
    line = break_it(module_file(folder), '    kind: reflect\n    title: "What you take along"\n', "    kind: reflect\n")
    with pytest.raises(ContentError, match=rf"say_it_with_i\.yml:{line - 1}: .*title: Field required; add it"):
        ModuleLibrary.load(folder)


def test_several_mistakes_are_told_at_once(folder: Path) -> None:
    break_it(module_file(folder), "version: 1\n", "version: one\n")
    break_it(module_file(folder), "    minutes: 3\n", "    minutes: many\n")
    with pytest.raises(ContentError) as told:
        ModuleLibrary.load(folder)
    assert len(str(told.value).splitlines()) == 2


def test_an_empty_file_is_told(folder: Path) -> None:
    module_file(folder).write_text("# nothing yet\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"say_it_with_i\.yml:1: the file is empty"):
        ModuleLibrary.load(folder)


def test_a_file_that_is_no_text_is_told(folder: Path) -> None:
    module_file(folder).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match="UTF-8"):
        ModuleLibrary.load(folder)


def test_a_file_that_is_only_a_word_is_told(folder: Path) -> None:
    module_file(folder).write_text("hello\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"say_it_with_i\.yml:1: "):
        ModuleLibrary.load(folder)


def test_two_files_of_one_version_are_told(folder: Path) -> None:
    shutil.copy(module_file(folder), folder / "modules" / "say_it_with_i.v1.yml")
    with pytest.raises(ContentError, match="same id and version"):
        ModuleLibrary.load(folder)


def test_a_folder_without_practices_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no practices"):
        ModuleLibrary.load(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("bands: [hot], after: [demands]", "bands: [hot], after: [plain]", "no line for a hot partner after"),
        ("id: opens_calm_2", "id: opens_calm_1", "opens_calm_1 stands twice"),
        ("tension: 5, trust: 5", "tension: 11, trust: 5", "tension"),
        ("  - id: apart\n", "  - id: apart\n    tension_at_most: 2\n", "the last end must have no conditions"),
        ("  blame: {tension: 2", "  blaming: {tension: 2", "blaming"),
    ],
)
def test_a_mistake_in_a_role_play_is_told(folder: Path, old: str, new: str, what: str) -> None:
    break_it(folder / "role_plays" / "robin_and_the_pots.yml", old, new)
    with pytest.raises(ContentError, match=rf"robin_and_the_pots\.yml:\d+: .*{what}"):
        ModuleLibrary.load(folder)
