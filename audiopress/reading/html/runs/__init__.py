"""The runs of text of a page: what stands in a line, and what of it is not spoken."""
