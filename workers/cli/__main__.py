"""`python -m workers.cli`: the same as `copydesk`."""

from workers.cli.program import main

main()
