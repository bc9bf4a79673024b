"""One edition: what it holds, what each article needs, what is published of it."""
