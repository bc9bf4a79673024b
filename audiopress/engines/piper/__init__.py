"""Piper: VITS models, with one noise for each key and word times of their own."""
