"""The only room that opens connections, and only to addresses that it has looked at."""
