"""Ground that reading and speaking share: bytes to text, language, months, patterns."""
