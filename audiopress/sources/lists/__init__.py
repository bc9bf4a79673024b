"""Lists of articles, feeds and exports among them: from a list to the articles that it names."""
