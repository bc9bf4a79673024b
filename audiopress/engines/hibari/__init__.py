"""The engine hibari: small English voices distilled from Kokoro's."""
