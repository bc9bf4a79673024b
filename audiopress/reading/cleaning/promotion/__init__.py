"""What a publisher says for itself in prose: offers and appeals, by wording, place and name."""
