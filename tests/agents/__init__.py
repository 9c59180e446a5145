"""The shell's parts that need no broker."""
