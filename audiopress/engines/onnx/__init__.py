"""What engines with ONNX models share: graphs, their bytes, sessions that are kept."""
