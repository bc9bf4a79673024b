"""When an article was published and changed: how dates are written, and where they stand."""
