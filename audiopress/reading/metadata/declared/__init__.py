"""What a page declares for programs: JSON-LD, meta tags, items of microdata."""
