"""Whether files that say the same thing say it alike: who wrote it, who speaks it, whose it is."""
