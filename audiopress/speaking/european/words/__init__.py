"""Words of the six languages: short forms, signs, units of money, genders."""
