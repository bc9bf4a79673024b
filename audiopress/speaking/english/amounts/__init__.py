"""A number and what it counts: money, measures, degrees, millions."""
