"""Which runs of a page are its story: votes, places, and the names of elements."""
