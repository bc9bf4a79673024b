"""What becomes of a whole show: it is made private, or moves to another address."""
