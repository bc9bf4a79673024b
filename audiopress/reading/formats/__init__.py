"""One reader for each kind of document: HTML, Markdown, plain text."""
