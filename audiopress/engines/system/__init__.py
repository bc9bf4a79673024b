"""The operating system's voices through pyttsx3, a child process for each line."""
