"""What may be told about a group: the arithmetic of disclosure control. Pure; knows no table and no figure.

A count is told only of `minimum` people or more, rounded, and only if no subtraction of counts told about the same
facts is left with fewer. That is checked in its strongest simple form: all groups told about cut the people into
pieces, and every piece must be empty or hold `minimum` people. A difference is a union of pieces, so none is smaller.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from bot.errors import SettingsError

MINIMUM = 10
LOWEST_MINIMUM = 5
"""Below this a cell is never told, whatever the operator sets."""
ROUNDING = 5


@dataclass(frozen=True)
class Told:
    """A group that was told about before. `erased` counts those of its people who are known no more."""

    members: frozenset[str]
    erased: int = 0


@dataclass(frozen=True)
class Release:
    """What may be told: the total and the parts, rounded; None where it is withheld."""

    total: int | None
    cells: Mapping[str, int | None]


def release(
    cells: Mapping[str, Set[str]], earlier: Iterable[Told] = (), minimum: int = MINIMUM, rounding: int = ROUNDING
) -> Release:
    """Decide what may be told about disjoint groups and their total, given what was told about the same facts.

    The total comes first, then the larger parts. While a part is withheld, so are others until those withheld together
    hold `minimum` people, empty parts included: that nobody is in a part is an answer too.
    Raises SettingsError for a minimum under 5 or a rounding under 1, ValueError where two groups share a person.
    """
    _check(cells, minimum, rounding)
    groups = {label: frozenset(members) for label, members in cells.items()}
    everyone = frozenset().union(*groups.values())
    ledger = _Ledger(earlier, minimum)
    total_told = ledger.tell(everyone)
    told = {
        label for label in sorted(groups, key=lambda label: (-len(groups[label]), label)) if ledger.tell(groups[label])
    }
    _withhold_complements(groups, told, minimum)
    return Release(
        _rounded(len(everyone), rounding) if total_told else None,
        {label: _rounded(len(members), rounding) if label in told else None for label, members in groups.items()},
    )


class _Ledger:
    """The pieces into which everything told so far cuts the people."""

    def __init__(self, earlier: Iterable[Told], minimum: int) -> None:
        self._minimum = minimum
        self._erased: list[int] = []
        self._piece_of: dict[str, int] = {}
        for group in earlier:
            self._cut(group.members, group.erased)

    def tell(self, members: frozenset[str]) -> bool:
        """Whether the group may be told about; if so it counts as told."""
        if len(members) < self._minimum or not self._leaves_large_pieces(members):
            return False
        self._cut(members, erased=0)
        return True

    def _leaves_large_pieces(self, members: frozenset[str]) -> bool:
        sizes = Counter(self._piece_of.values())
        inside = Counter(self._piece_of.get(member, 0) for member in members)
        return all(self._piece_is_fine(piece, count, sizes[piece]) for piece, count in inside.items())

    def _piece_is_fine(self, piece: int, inside: int, size: int) -> bool:
        if piece == 0:  # people about whom nothing was told yet
            return inside >= self._minimum
        outside = size - inside
        if outside == 0:
            return not self._may_hold_erased(piece)
        return inside >= self._minimum and outside >= self._minimum

    def _may_hold_erased(self, piece: int) -> bool:
        # Someone erased is in no new group, so they would be what a subtraction is left with. They can be in this
        # piece only if every group around it has lost somebody.
        return all(erased for number, erased in enumerate(self._erased) if piece >> number & 1)

    def _cut(self, members: frozenset[str], erased: int) -> None:
        # A piece is a number whose bits say in which groups its people are.
        bit = 1 << len(self._erased)
        self._erased.append(erased)
        for member in members:
            self._piece_of[member] = self._piece_of.get(member, 0) | bit


def _withhold_complements(groups: Mapping[str, frozenset[str]], told: set[str], minimum: int) -> None:
    while told and len(told) < len(groups):
        if sum(len(groups[label]) for label in groups.keys() - told) >= minimum:
            return
        told.remove(min(told, key=lambda label: (len(groups[label]), label)))


def _rounded(count: int, rounding: int) -> int:
    return (count + rounding // 2) // rounding * rounding


def _check(cells: Mapping[str, Set[str]], minimum: int, rounding: int) -> None:
    if minimum < LOWEST_MINIMUM:
        raise SettingsError(f"The smallest group that is told about must be {LOWEST_MINIMUM} or more, for example 10.")
    if rounding < 1:
        raise SettingsError("Counts are rounded to a whole number of people, for example to 5.")
    if sum(len(members) for members in cells.values()) != len(frozenset[str]().union(*cells.values())):
        raise ValueError("the groups of one question must not share people")
