"""Voices of servers that speak ``POST /v1/audio/speech``, near by or far away."""
