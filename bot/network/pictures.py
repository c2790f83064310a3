"""Draws the rings: the person in the middle, their people around, fainter the longer unseen. Blue and orange, so that
nobody's eyes are left out; what the colours say, the legend and the shapes say as well."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from bot.network.lettering import drawable, lettering
from bot.network.ring_layout import (
    CENTRE,
    HEIGHT,
    LEGEND_HEIGHT,
    RING_LABEL_FONT,
    WIDTH,
    YOU_RADIUS,
    Layout,
    Measure,
    Place,
    lay_out,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DOTS_PER_INCH = 100
LEGEND_FONT = 17.0

PAPER = "#FFFFFF"
BANDS = ("#D3E4EC", "#E4EFF4", "#F2F7FA")
BORDER = "#FFFFFF"
INK = "#16313F"
QUIET_INK = "#4A606C"
YOU = "#E58A1F"
LOOKS = {
    "recent": ("#0F5E8C", "#0F5E8C", "-"),
    "season": ("#8FBFD9", "#0F5E8C", "-"),
    "long": ("#FFFFFF", "#5E8299", "-"),
    "unknown": ("#FFFFFF", "#5E8299", (0, (1.2, 1.6))),
}
"""Fill, edge and line of a dot by when its bearer was last seen."""


def draw_rings(data: Mapping[str, Any]) -> bytes:
    """The rings as PNG of 800 x 860 pixels from {"people": [{"label", "ring", "seen"}], "words": {...}}.

    `seen` is recent, season, long or unknown; `words` holds "you", "rings" (three names) and "seen" (names by look),
    all of which may be left out. Takes some 200 ms; touches no global state, so it may run in any thread.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / DOTS_PER_INCH, HEIGHT / DOTS_PER_INCH), dpi=DOTS_PER_INCH, facecolor=PAPER)
    canvas = FigureCanvasAgg(figure)
    axes = _sheet(figure)
    words = data.get("words") or {}
    layout = arrange(data, measure_with(canvas))
    _draw_bands(axes, layout, words.get("rings") or ())
    for place in layout.places:
        _draw_person(axes, place, layout)
    _draw_you(axes, words.get("you") or "")
    _draw_legend(axes, words.get("seen") or {}, measure_with(canvas))
    png = io.BytesIO()
    figure.savefig(png, format="png")
    return png.getvalue()


def arrange(data: Mapping[str, Any], measure: Measure) -> Layout:
    """Where everybody in `data` stands."""
    people = [
        {**person, "label": drawable(str(person.get("label") or ""), place)}
        for place, person in enumerate(data.get("people") or (), start=1)
    ]
    return lay_out(people, (data.get("words") or {}).get("rings") or (), measure)


def measure_with(canvas: Any) -> Measure:
    """Measures texts as `canvas` (an Agg canvas) will draw them, in pixels."""
    renderer = canvas.get_renderer()

    def measure(text: str, font: float) -> tuple[float, float]:
        width, height, _ = renderer.get_text_width_height_descent(text, lettering(_points(font)), ismath=False)
        # Every label gets the height of a full line, so that rows of names stand even.
        return float(width) + 2, max(float(height), font * 1.22)

    return measure


def _points(pixels: float) -> float:
    return pixels * 72 / DOTS_PER_INCH


def _sheet(figure: Figure) -> Axes:
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(0, HEIGHT)
    axes.set_axis_off()
    return axes


def _draw_bands(axes: Axes, layout: Layout, words: Sequence[str]) -> None:
    from matplotlib.patches import Circle

    for radius, colour in reversed(list(zip(layout.radii, BANDS, strict=True))):
        axes.add_patch(Circle(CENTRE, radius, facecolor=colour, edgecolor=BORDER, linewidth=2.5, zorder=1))
    for word, box in zip(words, layout.ring_labels, strict=False):
        _write(axes, word, ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), RING_LABEL_FONT, QUIET_INK, style="italic")


def _draw_person(axes: Axes, place: Place, layout: Layout) -> None:
    _draw_dot(axes, (place.x, place.y), layout.dot, place.seen)
    if place.label_box is not None:
        left, bottom, right, top = place.label_box
        faint = place.seen in ("long", "unknown")
        halo = BANDS[place.ring - 1]
        middle = ((left + right) / 2, (bottom + top) / 2)
        _write(axes, place.label, middle, layout.font, QUIET_INK if faint else INK, halo=halo)


def _draw_dot(axes: Axes, centre: tuple[float, float], radius: float, seen: str) -> None:
    from matplotlib.patches import Circle

    fill, edge, line = LOOKS.get(seen, LOOKS["unknown"])
    dot = Circle(centre, radius, facecolor=fill, edgecolor=edge, linewidth=1.8, zorder=4)
    dot.set_linestyle(line)  # type: ignore[arg-type]  # a pattern of dashes is taken, too
    axes.add_patch(dot)


def _draw_you(axes: Axes, word: str) -> None:
    from matplotlib.patches import Circle

    axes.add_patch(Circle(CENTRE, YOU_RADIUS, facecolor=YOU, edgecolor=BORDER, linewidth=3, zorder=5))
    _write(axes, word, CENTRE, 22, INK, weight="bold")


def _draw_legend(axes: Axes, words: Mapping[str, str], measure: Measure) -> None:
    """One line below the rings; only what is to be seen in them."""
    shown = [(seen, words[seen]) for seen in LOOKS if seen in words]
    widths = [30 + measure(word, LEGEND_FONT)[0] for _, word in shown]
    x, y = (WIDTH - sum(widths) - 24 * (len(shown) - 1)) / 2, LEGEND_HEIGHT / 2
    for (seen, word), width in zip(shown, widths, strict=True):
        _draw_dot(axes, (x + 10, y), 8.5, seen)
        _write(axes, word, (x + 26, y), LEGEND_FONT, INK, across="left")
        x += width + 24


def _write(
    axes: Axes,
    text: str,
    at: tuple[float, float],
    font: float,
    colour: str,
    *,
    halo: str | None = None,
    weight: Literal["normal", "bold"] = "normal",
    style: Literal["normal", "italic"] = "normal",
    across: str = "center",
) -> None:
    from matplotlib.patheffects import withStroke

    axes.text(
        at[0],
        at[1],
        text,
        fontproperties=lettering(_points(font), weight, style),
        color=colour,
        ha=across,
        va="center_baseline",
        parse_math=False,
        zorder=6,
        path_effects=[withStroke(linewidth=3, foreground=halo)] if halo else None,
    )
