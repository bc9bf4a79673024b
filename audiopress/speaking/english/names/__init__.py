"""What belongs to names: titles, ranks, initials, Roman numerals, states."""
