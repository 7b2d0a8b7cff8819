"""`python -m omnireel.cli`, the same as `omnireel`."""

from omnireel.cli.main import main

main()
