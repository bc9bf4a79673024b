"""What a recogniser hears in a shipped file, held against what was to be said."""
