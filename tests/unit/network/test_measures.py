"""Measures reproduce the golden vectors and agree with networkx."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.network import measures
from bot.network.measures import Network

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "network_metrics.json").read_text(encoding="utf-8"))
MEASURES = ("density", "effective_size", "efficiency", "constraint", "components")
VECTORS = [(graph, name) for graph in GOLDEN["graphs"] for name in MEASURES if name in graph]


def network_of(graph: dict[str, Any]) -> Network:
    return Network.of(graph["alters"], graph["ties"], graph.get("ego_weights"))


@pytest.mark.parametrize(("graph", "name"), VECTORS, ids=[f"{graph['case']}-{name}" for graph, name in VECTORS])
def test_a_golden_vector_is_reproduced(graph: dict[str, Any], name: str) -> None:
    value = getattr(measures, name)(network_of(graph))
    assert value is None if graph[name] is None else value == pytest.approx(graph[name], abs=1e-6)


def test_the_golden_file_holds_every_graph() -> None:
    assert len(VECTORS) == 37


def test_a_network_of_nobody_has_no_measures_but_counts() -> None:
    nobody = Network.of([])
    assert [measures.size(nobody), measures.components(nobody)] == [0, 0]
    assert [getattr(measures, name)(nobody) for name in MEASURES[:4]] == [None] * 4


def test_ties_to_oneself_to_strangers_and_doubles_are_dropped() -> None:
    network = Network.of(["a", "b"], [("a", "a"), ("a", "x"), ("a", "b"), ("b", "a")])
    assert len(network.ties) == 1


def test_activity_counts_the_last_thirty_days_and_no_more() -> None:
    last = {"a": date(2026, 3, 1), "b": date(2026, 1, 31), "c": date(2026, 1, 30), "d": date(2025, 1, 1)}
    today = date(2026, 3, 1)
    assert [measures.active_size(last, today, days) for days in (30, 31, 90)] == [2, 3, 3]


@st.composite
def networks(draw: st.DrawFn, *, weighted: bool) -> Network:
    count = draw(st.integers(min_value=1, max_value=12))
    alters = [f"p{number}" for number in range(count)]
    weight = st.integers(min_value=1, max_value=3) if weighted else st.just(1)
    pairs = [(one, other) for place, one in enumerate(alters) for other in alters[place + 1 :]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    ties = [(one, other, draw(weight)) for one, other in chosen]
    return Network.of(alters, ties, {alter: draw(weight) for alter in alters})


def graph_of(network: Network) -> Any:
    graph = networkx.Graph()
    for alter in network.alters:
        graph.add_edge(measures.SELF, alter, weight=network.own_ties.get(alter, 1))
    for ends, weight in network.ties.items():
        graph.add_edge(*ends, weight=weight)
    return graph


@settings(deadline=None)
@given(networks(weighted=False))
def test_plain_networks_agree_with_networkx(network: Network) -> None:
    graph = graph_of(network)
    among = graph.subgraph(network.alters)
    me = measures.SELF
    assert measures.effective_size(network) == pytest.approx(networkx.effective_size(graph, nodes=[me])[me])
    assert measures.constraint(network) == pytest.approx(networkx.constraint(graph, nodes=[me])[me])
    assert measures.components(network) == networkx.number_connected_components(among)
    assert measures.density(network) == (pytest.approx(networkx.density(among)) if len(network.alters) > 1 else None)


@settings(deadline=None)
@given(networks(weighted=True))
def test_weighted_networks_agree_with_networkx(network: Network) -> None:
    graph, me = graph_of(network), measures.SELF
    wanted = networkx.effective_size(graph, nodes=[me], weight="weight")[me]
    assert measures.effective_size(network) == pytest.approx(wanted)
    assert measures.constraint(network) == pytest.approx(networkx.constraint(graph, nodes=[me], weight="weight")[me])
