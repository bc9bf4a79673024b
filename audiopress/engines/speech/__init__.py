"""What engines share between text and sound: phonemes, chunks, word times, samples."""
