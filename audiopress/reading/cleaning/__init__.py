"""Which blocks of an article are not spoken, and why."""
