"""Dates, times of day and times of races."""
