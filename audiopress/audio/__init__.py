"""Sound: from speech to one tagged MP3, levelled, limited, laid out in samples."""
