"""A plot of a few lines over two logarithmic axes, as SVG."""

import math
from collections.abc import Mapping, Sequence

_WIDTH, _HEIGHT, _EDGE = 640, 400, 60
_COLOURS = ("#1b6ca8", "#c0392b", "#7f8c8d", "#27ae60", "#8e44ad")

Points = Sequence[tuple[float, float]]


def log_log(lines: Mapping[str, Points], across: str, up: str) -> str:
    """Lines by name; both axes marked at every power of ten."""
    xs, ys = ([math.log10(point[axis]) for points in lines.values() for point in points] for axis in (0, 1))
    left, right, low, high = (math.floor(min(xs)), math.ceil(max(xs)), math.floor(min(ys)), math.ceil(max(ys)))

    def place(x: float, y: float) -> tuple[float, float]:
        wide, tall = _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE
        return (
            round(_EDGE + wide * (x - left) / max(right - left, 1), 1),
            round(_HEIGHT - _EDGE - tall * (y - low) / max(high - low, 1), 1),
        )

    drawn = [
        *(_mark(*place(x, low), f"{10**x:,}", "middle", 20) for x in range(left, right + 1)),
        *(_mark(*place(left, y), f"{10.0**y:,g}", "end", 4) for y in range(low, high + 1)),
        _text(_WIDTH / 2, _HEIGHT - 12, across, "middle"),
        _text(14, 24, up, "start"),
    ]
    for colour, (name, points) in zip(_COLOURS, lines.items(), strict=False):
        corners = [place(math.log10(x), math.log10(y)) for x, y in points]
        path = " ".join(f"{x},{y}" for x, y in corners)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in corners]
        drawn.append(_text(corners[-1][0] + 8, corners[-1][1] + 4, name, "start", colour))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH + 80} {_HEIGHT}" font-family="sans-serif">'
    return "\n".join([head, f'<rect width="{_WIDTH + 80}" height="{_HEIGHT}" fill="white"/>', *drawn, "</svg>\n"])


def _mark(x: float, y: float, words: str, anchor: str, down: float) -> str:
    return _text(x - (8 if anchor == "end" else 0), y + down, words, anchor)


def _text(x: float, y: float, words: str, anchor: str, colour: str = "#333") -> str:
    return f'<text x="{x}" y="{y}" font-size="12" text-anchor="{anchor}" fill="{colour}">{words}</text>'
