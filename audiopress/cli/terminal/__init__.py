"""What is written to a terminal: results, progress, errors, questions."""
