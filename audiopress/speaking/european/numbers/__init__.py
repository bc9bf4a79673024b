"""Whole numbers and what is left of figures, in words."""
