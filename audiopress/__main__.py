"""``python -m audiopress``."""

from audiopress.cli import main

main()
