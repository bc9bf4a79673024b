"""The months of the year by their English names."""

__all__ = ["ENGLISH_MONTHS"]

ENGLISH_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
"""In lower case, January first: as they stand in a page when capitals are folded."""
