"""Where everybody stands in the picture of rings: dots in their ring, labels that never overlap. No drawing here.

Lengths are pixels of the finished picture, y grows upwards.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.network.lettering import shortened

WIDTH, HEIGHT = 800, 860
CENTRE = (400.0, 462.0)
OUTER_RADIUS = 386.0
YOU_RADIUS = 42.0
MARGIN = 6.0
LEGEND_HEIGHT = 44.0
RING_LABEL_FONT = 15.0
GAP = 4.0
"""Between a dot and its label."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Measure = Callable[[str, float], tuple[float, float]]
"""Width and height of a text at a font size."""

_EVEN_SHARES = (0.20, 0.34, 0.46)
_SIZES = ((25, 18), (23, 18), (21, 17), (19, 16), (17, 14), (16, 12), (15, 11), (14, 10), (13, 9), (12, 8), (11, 7))
"""Font size and most characters of a label, tried in this order until all labels fit."""
_SMALLEST = 8.0
_FIRST_ANGLE = {1: 205.0, 2: 150.0, 3: 118.0}
"""Degrees from the right at which each ring begins, apart from each other so that few people do not stand in a row."""


@dataclass(frozen=True)
class Place:
    """One person: the dot's centre, the label below it (shortened, or empty where none fits) and the space of both."""

    label: str
    seen: str
    ring: int
    x: float
    y: float
    label_box: Box | None
    box: Box


@dataclass(frozen=True)
class Layout:
    """Everybody's place with the radii of the three rings, the font size and the size of a dot."""

    places: list[Place]
    radii: tuple[float, float, float]
    font: float
    dot: float
    ring_labels: list[Box]


def lay_out(people: Sequence[Mapping[str, Any]], ring_words: Sequence[str], measure: Measure) -> Layout:
    """Places for `people` ({"label", "ring", "seen"}), in the largest font in which every label fits."""
    radii = _radii([_ring(person) for person in people])
    ring_labels = _ring_label_boxes(radii, ring_words, measure)
    for font, longest in _SIZES:
        attempt = _Attempt(people, radii, ring_labels, float(font))
        if attempt.place_all([shortened(str(person.get("label") or ""), longest) for person in people], measure):
            return attempt.layout()
    attempt = _Attempt(people, radii, ring_labels, _SMALLEST)
    attempt.dots_only()
    return attempt.layout()


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any space."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _ring(person: Mapping[str, Any]) -> int:
    return min(max(int(person.get("ring", 3)), 1), 3)


def _radii(rings: Sequence[int]) -> tuple[float, float, float]:
    """Ring borders: even for few people; the more there are, the more room goes to where they are."""
    crowd = min(len(rings) / 24, 1) * 0.6
    counts = [rings.count(ring) / max(len(rings), 1) for ring in (1, 2, 3)]
    shares = [(1 - crowd) * even + crowd * count for even, count in zip(_EVEN_SHARES, counts, strict=True)]
    inner = YOU_RADIUS + 26
    room = OUTER_RADIUS**2 - inner**2
    first = math.sqrt(inner**2 + room * shares[0])
    second = math.sqrt(first**2 + room * shares[1])
    return first, second, OUTER_RADIUS


def _ring_label_boxes(radii: Sequence[float], words: Sequence[str], measure: Measure) -> list[Box]:
    """The names of the rings stand at the top, just inside each border."""
    boxes = []
    for radius, word in zip(radii, words, strict=False):
        width, height = measure(word, RING_LABEL_FONT)
        x, y = CENTRE[0], CENTRE[1] + radius - 7 - height / 2
        boxes.append((x - width / 2 - 4, y - height / 2, x + width / 2 + 4, y + height / 2))
    return boxes


class _Attempt:
    """One attempt to place everybody in one font size."""

    def __init__(
        self,
        people: Sequence[Mapping[str, Any]],
        radii: tuple[float, float, float],
        ring_labels: list[Box],
        font: float,
    ) -> None:
        self.people, self.radii, self.ring_labels, self.font = people, radii, ring_labels, font
        self.dot = 3.5 + font * 0.36
        self.taken = [*ring_labels, _around(CENTRE, YOU_RADIUS + 4)]
        self.places: dict[int, Place] = {}
        self.in_ring = {ring: [who for who, one in enumerate(people) if _ring(one) == ring] for ring in (1, 2, 3)}

    def layout(self) -> Layout:
        """What was found, in the order of the people."""
        places = [self.places[who] for who in range(len(self.people))]
        return Layout(places, self.radii, self.font, self.dot, self.ring_labels)

    def place_all(self, labels: Sequence[str], measure: Measure) -> bool:
        """Place everybody, inner ring first; False where somebody finds no room."""
        for ring, members in self.in_ring.items():
            for turn, who in enumerate(members):
                size = measure(labels[who], self.font) if labels[who] else (0.0, 0.0)
                spots, boxes = self._spots(ring, turn / len(members), size)
                free = _inside(boxes) & ~_hits(boxes, np.array(self.taken))
                if not free.any():
                    return False
                self._take(who, labels[who], spots[int(np.argmax(free))], size)
        return True

    def dots_only(self) -> None:
        """Far more people than labels could fit: everybody is a dot, evenly around the ring."""
        for ring, members in self.in_ring.items():
            for turn, who in enumerate(members):
                spots, _ = self._spots(ring, turn / len(members), (0.0, 0.0))
                self._take(who, "", spots[0], (0.0, 0.0))

    def _take(self, who: int, label: str, spot: NDArray[np.float64], size: tuple[float, float]) -> None:
        x, y = float(spot[0]), float(spot[1])
        left, bottom, right, top = _box(x, y, size, self.dot)
        label_top = y - self.dot - GAP
        label_box = (x - size[0] / 2, label_top - size[1], x + size[0] / 2, label_top) if label else None
        seen, ring = str(self.people[who].get("seen", "unknown")), _ring(self.people[who])
        self.places[who] = Place(label, seen, ring, x, y, label_box, (left, bottom, right, top))
        self.taken.append(self.places[who].box)

    def _spots(
        self, ring: int, share: float, size: tuple[float, float]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Centres for a dot in a ring with the boxes they would need, best first."""
        inner = (YOU_RADIUS + 4, *self.radii)[ring - 1]
        outer = self.radii[ring - 1]
        low, high = inner + self.dot + 3, max(outer - self.dot - 4, inner + self.dot + 3)
        turns = np.arange(0, 360, 4.0)
        angle, reach = np.meshgrid(
            np.radians(_FIRST_ANGLE[ring] + 360 * share + turns), np.linspace(low, high, 9), indexing="ij"
        )
        x, y = CENTRE[0] + reach * np.cos(angle), CENTRE[1] + reach * np.sin(angle)
        boxes = np.stack(_box(x, y, size, self.dot), axis=-1)
        away = np.minimum(turns, 360 - turns)[:, None] * reach / 57
        cost = away + 2.0 * _outside_ring(boxes, inner, outer) + 0.4 * np.abs(reach - (low + high) / 2)
        best = np.argsort(cost, axis=None, kind="stable")
        return np.stack([x.ravel()[best], y.ravel()[best]], axis=1), boxes.reshape(-1, 4)[best]


def _box(x: Any, y: Any, size: tuple[float, float], dot: float) -> tuple[Any, Any, Any, Any]:
    """The space of a dot with its label, for one centre or for arrays of them."""
    half, below = max(size[0] / 2, dot) + 3, dot + (size[1] + GAP if size[1] else 0) + 3
    return x - half, y - below, x + half, y + dot + 3


def _outside_ring(boxes: NDArray[np.float64], inner: float, outer: float) -> NDArray[np.float64]:
    """How far each box pokes over the borders of its ring."""
    across = np.stack([boxes[..., 0], boxes[..., 2]], axis=-1)[..., :, None] - CENTRE[0]
    up = np.stack([boxes[..., 1], boxes[..., 3]], axis=-1)[..., None, :] - CENTRE[1]
    corners = np.hypot(across, up)
    over: NDArray[np.float64] = np.maximum(corners.max(axis=(-1, -2)) - outer, 0)
    under: NDArray[np.float64] = np.maximum(inner - corners.min(axis=(-1, -2)), 0)
    return over + 0.5 * under


def _inside(boxes: NDArray[np.float64]) -> Any:
    low = boxes[:, :2] >= np.array([MARGIN, MARGIN + LEGEND_HEIGHT])
    high = boxes[:, 2:] <= np.array([WIDTH - MARGIN, HEIGHT - MARGIN])
    return np.all(low & high, axis=1)


def _hits(boxes: NDArray[np.float64], taken: NDArray[np.float64]) -> Any:
    one, other = boxes[:, None, :], taken[None, :, :]
    across = (one[..., 0] < other[..., 2]) & (other[..., 0] < one[..., 2])
    up = (one[..., 1] < other[..., 3]) & (other[..., 1] < one[..., 3])
    return np.any(across & up, axis=1)


def _around(centre: tuple[float, float], radius: float) -> Box:
    return centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius
