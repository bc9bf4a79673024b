"""Numbers that stand alone or with each other: scores, ranges, fractions, telephones, codes."""
