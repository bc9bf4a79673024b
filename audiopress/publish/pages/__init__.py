"""What people open: pages, artwork, transcripts, and what other sites embed."""
