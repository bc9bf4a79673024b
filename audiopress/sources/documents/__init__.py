"""Documents that are no plain text: which kind one is, and books taken apart into chapters."""
