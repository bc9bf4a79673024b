"""The pages around the sound: an episode's, and those that every page needs."""
