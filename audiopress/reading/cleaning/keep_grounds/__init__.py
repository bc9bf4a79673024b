"""Grounds to have a block spoken for what stands around it, whatever it looks like alone."""
