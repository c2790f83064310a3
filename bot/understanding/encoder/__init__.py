"""The sentence encoder: all-MiniLM-L6-v2 as an ONNX graph. Both processes import it; only the app exports it."""
