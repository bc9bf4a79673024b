"""The program: ``python -m audiopress``, and what the command ``audiopress`` runs."""

import gc

__all__ = ["main"]

_YOUNG = 50_000
"""New objects from which on Python looks among them for garbage; its own figure is 700. With the
program some 14,000 come to be, with a page that is read 30,000 more, and nearly all of them stay:
most runs end before the first look."""


def main() -> None:
    """Run the command line.

    Nearly all that the imports make lives as long as the program: looking through it for garbage
    after every 700 objects costs a tenth of ``--help``, and once more at the end a tenth of a
    second when a page was read.
    """
    gc.set_threshold(_YOUNG)
    from audiopress.cli import main as run  # noqa: PLC0415 - after the line above

    try:
        run()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
