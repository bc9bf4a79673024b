"""What a correction changes, and what was corrected before."""
