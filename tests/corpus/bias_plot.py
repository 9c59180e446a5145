"""B-cubed by the bias of the evidence: how sure an article must be of a story to join it.

python -m tests.corpus.bias_plot [docs/images/stories-by-bias.svg]

Prints the table, and draws it where a file is named.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from tests.corpus.gold_stories import Gold, Score, basil, ecb_plus, score, shuffled, undated
from workers.domain.stories.settings import DEFAULT, StorySettings

STEPS: Final = (1.5, 1.0, 0.6, 0.3, 0.0, -0.3, -0.6, -1.0, -1.5, -2.0, -3.0)
"""Added to the shipped bias: more of it lets more articles join."""
_WIDTH, _HEIGHT, _LEFT, _TOP = 640, 320, 56, 20
_MARKED: Final = (1.5, 0.6, 0.0, -0.6, -1.0, -2.0, -3.0)
_LOW: Final = 0.80
_KEY: Final = 270
_COLOURS: Final = ("#0b84c6", "#d1620b", "#2f9e5b")
"""Told apart on white and on black, and by those who see no red."""
_DASHES: Final = ("", "7 4", "2 4")


def main() -> None:
    """Scores each set at each step."""
    sets: dict[str, list[list[Gold]]] = {
        "BASIL by date": [basil(by_date=True)],
        "BASIL, dates hidden": [undated(basil(by_date=True))],
        "ECB+, three orders": [shuffled(ecb_plus(), seed) for seed in (1, 2, 3)],
    }
    table: dict[str, list[Score]] = {name: [] for name in sets}
    for step in STEPS:
        for name, orders in sets.items():
            table[name].append(_mean([score(golds, _settings(step)) for golds in orders]))
        line = "  ".join(
            f"{name} {one[-1].f1:.3f} ({one[-1].precision:.3f} / {one[-1].recall:.3f})"
            for name, one in table.items()
        )
        print(f"{DEFAULT.coefficients.bias + step:7.2f}  {line}", flush=True)
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(drawn(table), "utf-8")


def _settings(step: float) -> StorySettings:
    coefficients = replace(DEFAULT.coefficients, bias=DEFAULT.coefficients.bias + step)
    return replace(DEFAULT, coefficients=coefficients)


def _mean(scores: Sequence[Score]) -> Score:
    count = len(scores)
    return Score(
        sum(one.precision for one in scores) / count, sum(one.recall for one in scores) / count
    )


def drawn(table: dict[str, list[Score]]) -> str:
    """The curves of F1 as SVG, with letters that are read on white and on black."""
    curves = [
        _curve(name, scores, place, len(table))
        for place, (name, scores) in enumerate(table.items())
    ]
    return "\n".join([_OPENING, *_frame(), *curves, "</svg>\n"])


_OPENING: Final = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"
 font-family="sans-serif" font-size="12" role="img"><title>B-cubed F1 by bias</title>
<style>text{{fill:#24292f}}.grid{{stroke:#8b949e;stroke-opacity:.4}}
@media(prefers-color-scheme:dark){{text{{fill:#e6edf3}}}}</style>"""


def _frame() -> list[str]:
    """The lines of the scale and what is written at them."""
    right, bottom = _WIDTH - 20, _y(_LOW)
    levels = [(_y(value), value) for value in (0.80, 0.85, 0.90, 0.95, 1.00)]
    return [
        *(f'<line class="grid" x1="{_LEFT}" x2="{right}" y1="{y}" y2="{y}"/>' for y, _ in levels),
        *(_text(_LEFT - 8, y + 4, f"{value:.2f}", "end") for y, value in levels),
        *(
            _text(_x(step), bottom + 18, f"{DEFAULT.coefficients.bias + step:.2f}", "middle")
            for step in _MARKED
        ),
        f'<line class="grid" x1="{_x(0)}" x2="{_x(0)}" y1="{_TOP}" y2="{bottom}"/>',
        _text(_x(0) + 4, _TOP - 6, "shipped", "start"),
        _text(right, _HEIGHT - 6, "bias: further right, fewer articles join", "end"),
    ]


def _curve(name: str, scores: Sequence[Score], place: int, count: int) -> str:
    look = f'fill="none" stroke="{_COLOURS[place]}" stroke-width="2.5"'
    look += f' stroke-dasharray="{_DASHES[place]}"'
    points = " ".join(f"{_x(step)},{_y(one.f1)}" for step, one in zip(STEPS, scores, strict=True))
    y = _y(_LOW) - 14 - 18 * (count - 1 - place)
    key = f"{_KEY},{y - 4} {_KEY + 32},{y - 4}"
    lines = [f'<polyline {look} points="{each}"/>' for each in (points, key)]
    return "\n".join([*lines, _text(_KEY + 40, y, name, "start")])


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>'


def _x(step: float) -> float:
    share = (STEPS[0] - step) / (STEPS[0] - STEPS[-1])
    return round(_LEFT + share * (_WIDTH - _LEFT - 40), 1)


def _y(value: float) -> float:
    share = (1.0 - max(value, _LOW)) / (1.0 - _LOW)
    return round(_TOP + share * (_HEIGHT - _TOP - 48), 1)


if __name__ == "__main__":
    main()
