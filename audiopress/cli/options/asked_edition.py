"""Commands about an edition that is there, in a folder that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiopress.settings import Settings

__all__ = ["lacks_edition", "require_edition"]


def lacks_edition(settings: Settings) -> bool:
    """Whether there is neither a configuration nor a ledger, so that nothing was ever promised."""
    if settings.file or settings.ledger_bucket:
        return False
    try:
        # A build that found nothing to do leaves the folder, and nothing in it.
        return not any(settings.ledger.iterdir())
    except FileNotFoundError:
        return True
    except OSError:  # something is there; who reads it says what is wrong
        return False


def require_edition(settings: Settings) -> None:
    """Raise `ConfigError` where an edition is asked for and there is none.

    It names the folder right below or above that has a configuration.
    """
    if lacks_edition(settings):
        from audiopress.settings.near_files import explain_no_file

        raise explain_no_file(settings.root)
