"""What a document says of itself: headline, byline, date, section, language."""
