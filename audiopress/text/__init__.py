"""Documents to scripts: extraction, cleaning, spoken forms, lexicon, casting."""
