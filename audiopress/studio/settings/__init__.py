"""The settings that the window has fields for, and the file they are kept in."""
