"""What is spoken: the script of an article, and how its words are said."""
