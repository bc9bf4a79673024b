"""Amounts: quantities with their units, money, percentages."""
