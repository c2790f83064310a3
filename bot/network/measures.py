"""Measures of a personal network, from ids alone. The person is left out; None where a measure has no meaning.

Definitions: Burt, Structural Holes (1992) for effective size, efficiency and constraint, as networkx computes them with
the person tied to everybody with weight 1 unless given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

SELF = ""
"""Stands for the person; no alter has an empty id."""

RECENT_DAYS = 30
SEASON_DAYS = 90


@dataclass(frozen=True)
class Network:
    """Alters by id, undirected ties between them with weights, and the person's own ties where these are weighted."""

    alters: Sequence[str]
    ties: Mapping[frozenset[str], float] = field(default_factory=dict)
    own_ties: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        alters: Iterable[str],
        ties: Iterable[Sequence[str | float]] = (),
        own_ties: Mapping[str, float] | None = None,
    ) -> Network:
        """From pairs or (a, b, weight) triples; ties with strangers, ties to oneself and doubles are dropped."""
        ids = list(dict.fromkeys(alters))
        known = set(ids)
        kept: dict[frozenset[str], float] = {}
        for tie in ties:
            ends = frozenset((str(tie[0]), str(tie[1])))
            if len(ends) == 2 and ends <= known:
                kept[ends] = float(tie[2]) if len(tie) > 2 else 1.0
        return cls(ids, kept, dict(own_ties or {}))

    @property
    def weighted(self) -> bool:
        """Whether any tie weighs something other than 1."""
        return any(weight != 1 for weight in (*self.ties.values(), *self.own_ties.values()))

    def weights(self) -> dict[str, dict[str, float]]:
        """For everybody, the person (SELF) among them, whom they are tied to and how strongly."""
        own = {alter: float(self.own_ties.get(alter, 1)) for alter in self.alters}
        weights: dict[str, dict[str, float]] = {SELF: own, **{alter: {SELF: own[alter]} for alter in self.alters}}
        for ends, weight in self.ties.items():
            one, other = sorted(ends)
            weights[one][other] = weights[other][one] = weight
        return weights


def size(network: Network) -> int:
    """How many people there are."""
    return len(network.alters)


def active_size(last_seen: Mapping[str, date], today: date, days: int) -> int:
    """How many had a connection within the last `days` days, today included."""
    return sum(1 for day in last_seen.values() if day > today - timedelta(days))


def density(network: Network) -> float | None:
    """The share of possible ties between alters that exist, 2t / (n(n-1)); None below two alters."""
    people = len(network.alters)
    return 2 * len(network.ties) / (people * (people - 1)) if people > 1 else None


def effective_size(network: Network) -> float | None:
    """Burt's effective size: n - 2t/n without weights, else the sum over v of (1 - sum of p_uw m_vw); None if empty."""
    people = len(network.alters)
    if not people:
        return None
    if not network.weighted:
        return people - 2 * len(network.ties) / people
    weights = network.weights()
    return sum(1 - _redundancy(alter, weights) for alter in network.alters)


def efficiency(network: Network) -> float | None:
    """Effective size as a share of size."""
    effective = effective_size(network)
    return None if effective is None else effective / len(network.alters)


def constraint(network: Network) -> float | None:
    """Burt's constraint: the sum over j of (p_ij + sum over q of p_iq p_qj) squared; can exceed 1; None if empty."""
    if not network.alters:
        return None
    weights = network.weights()
    shares = {one: _shares(ties) for one, ties in weights.items()}
    own = shares[SELF]
    return sum((own[j] + sum(own[q] * shares[q].get(j, 0) for q in weights[j] if q != SELF)) ** 2 for j in own)


def components(network: Network) -> int:
    """How many separate groups the alters form among themselves."""
    group = {alter: alter for alter in network.alters}

    def root(alter: str) -> str:
        while group[alter] != alter:
            group[alter] = alter = group[group[alter]]
        return alter

    for ends in network.ties:
        one, other = ends
        group[root(one)] = root(other)
    return sum(1 for alter in network.alters if group[alter] == alter)


def _shares(ties: Mapping[str, float]) -> dict[str, float]:
    """What part of somebody's ties goes to each (Burt's p)."""
    total = sum(ties.values())
    return {other: weight / total for other, weight in ties.items()}


def _redundancy(alter: str, weights: Mapping[str, Mapping[str, float]]) -> float:
    """Sum over w of p_uw m_vw: how far the person's other ties reach this alter anyway."""
    own = _shares(weights[SELF])
    strongest = max(weights[alter].values())
    return sum(own[w] * weight / strongest for w, weight in weights[alter].items() if w != SELF)
