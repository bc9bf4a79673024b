"""English, British and American: ordered rules from written to spoken forms."""
