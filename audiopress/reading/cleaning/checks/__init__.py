"""Checks of one block by itself; `audiopress.reading.cleaning.pipeline` has their order."""
