"""Figures by one command each; `docs/performance.md` holds the last ones."""
