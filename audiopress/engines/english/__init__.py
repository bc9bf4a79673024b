"""English text to phonemes, for hibari's voices and for Kokoro's: hibari's text part."""
