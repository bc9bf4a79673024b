"""What a publisher says for itself in prose: its offers, by wording, place and name."""
