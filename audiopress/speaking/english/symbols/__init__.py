"""What is no word: addresses, emoji, footnote marks, mathematical and other signs."""
