"""What a line is by its words alone: boilerplate, or a sentence of a story."""
