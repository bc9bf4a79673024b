"""Short forms of print that are said as the words they stand for."""
