"""What a page is when it is no article: a list of others, an error's, one for subscribers."""
