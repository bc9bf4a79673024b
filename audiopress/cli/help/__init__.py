"""What ``--help`` says: groups, examples, and the commands that messages copy."""
