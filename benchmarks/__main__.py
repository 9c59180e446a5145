"""The figures of `docs/performance.md`, one after the other: `python -m benchmarks [NAME …]`."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOT_BY_THEMSELVES = {"__init__", "__main__", "arrivals", "wordpress_posts"}
"""Parts of the others."""


def names() -> list[str]:
    """Every benchmark, by the name of its file or its folder."""
    programs = [*HERE.glob("*.py"), *(path.parent for path in HERE.glob("*/__main__.py"))]
    return sorted({path.stem for path in programs} - NOT_BY_THEMSELVES)


def main() -> int:
    """Runs the named benchmarks, or all; 1 when one of them failed."""
    chosen = sys.argv[1:] or names()
    if unknown := sorted(set(chosen) - set(names())):
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(names())}")
        return 2
    worst = 0
    for name in chosen:
        print(f"\n== {name}\n", flush=True)
        # each in a process of its own: caches and memory of one are none of the next one's
        worst |= subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"], check=False
        ).returncode
    return min(worst, 1)


if __name__ == "__main__":
    sys.exit(main())
