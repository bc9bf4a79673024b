"""All files that tell when something is said, from one timeline."""
