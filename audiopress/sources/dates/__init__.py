"""The dates of lists: read where they can mean one moment, and named where they cannot."""
