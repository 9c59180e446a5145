"""Who and what a text names: persons, organisations, places, by rules and lists."""
