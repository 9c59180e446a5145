"""Very many inputs of every kind that nobody sent, and what the normalize stage makes of each."""
