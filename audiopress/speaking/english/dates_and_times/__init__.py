"""Dates, years, times of day and how long something took."""
