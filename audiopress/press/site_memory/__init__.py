"""What the builds have seen of each site: lines that stand on many of its articles."""
