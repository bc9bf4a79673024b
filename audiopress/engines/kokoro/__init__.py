"""Kokoro-82M: a StyleTTS 2 model that runs on onnxruntime."""
