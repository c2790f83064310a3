"""All practices and role-plays, read and checked at start, so that a mistake in a file is met by an operator."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.errors import ContentError
from bot.skills.checked_yaml import Checked, read_checked
from bot.skills.format import Module, RolePlayStep
from bot.skills.role_play_format import RolePlay


class ModuleLibrary:
    """The modules by id and version, and the role-plays that they use."""

    def __init__(self, modules: Iterable[Module], role_plays: Iterable[RolePlay]) -> None:
        self._modules = {(module.id, module.version): module for module in modules}
        self._newest: dict[str, Module] = {}
        for (module_id, _), module in sorted(self._modules.items()):
            self._newest[module_id] = module
        self._role_plays = {role_play.id: role_play for role_play in role_plays}

    @classmethod
    def load(cls, folder: Path) -> ModuleLibrary:
        """Read `folder`/modules and `folder`/role_plays. Raises ContentError with file, line, what, how to mend.

        A file is called like its id: `ID.yml`; older versions that runs may still be on are kept as `ID.v1.yml`.
        """
        role_plays = [read_checked(path, RolePlay) for path in sorted((folder / "role_plays").glob("*.yml"))]
        modules = [read_checked(path, Module) for path in sorted((folder / "modules").glob("*.yml"))]
        if not modules:
            raise ContentError(f"{folder / 'modules'}: no practices found; the folder must hold .yml files")
        for role_play in role_plays:
            _refuse_wrong_name(role_play)
        for module in modules:
            _refuse_wrong_name(module)
            _refuse_unknown_role_plays(module, {file.value.id for file in role_plays})
        _refuse_doubles(modules)
        return cls((file.value for file in modules), (file.value for file in role_plays))

    def ids(self) -> list[str]:
        """The ids of all modules, sorted."""
        return sorted(self._newest)

    def get(self, module_id: str) -> Module:
        """The newest version. Raises ContentError where no module has that id."""
        if module_id not in self._newest:
            raise ContentError(f"No practice is called {module_id}; there are: {', '.join(self.ids()) or 'none'}")
        return self._newest[module_id]

    def version(self, module_id: str, version: int) -> Module | None:
        """Exactly this version, or None where it is no longer kept."""
        return self._modules.get((module_id, version))

    def role_play(self, role_play_id: str) -> RolePlay:
        """A role-play. Raises ContentError where none has that id."""
        if role_play_id not in self._role_plays:
            raise ContentError(f"No role-play is called {role_play_id}; add role_plays/{role_play_id}.yml")
        return self._role_plays[role_play_id]


def _refuse_wrong_name(file: Checked[Module] | Checked[RolePlay]) -> None:
    name = file.path.name.split(".")[0]
    if name != file.value.id:
        raise file.problem(("id",), f"the id is {file.value.id} but the file is called {name}", "make them equal")


def _refuse_unknown_role_plays(file: Checked[Module], known: set[str]) -> None:
    for index, step in enumerate(file.value.steps):
        if isinstance(step, RolePlayStep) and step.role_play not in known:
            there = ", ".join(sorted(known)) or "none"
            raise file.problem(
                ("steps", index, "role_play"),
                f"no role-play is called {step.role_play} (there are: {there})",
                f"add role_plays/{step.role_play}.yml or name another",
            )


def _refuse_doubles(files: list[Checked[Module]]) -> None:
    seen: dict[tuple[str, int], Path] = {}
    for file in files:
        key = (file.value.id, file.value.version)
        if key in seen:
            raise file.problem(("version",), f"{seen[key].name} has the same id and version", "raise the newer one")
        seen[key] = file.path
