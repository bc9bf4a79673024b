"""A book to read along with: EPUB 3 whose paragraphs are marked while they are heard."""
