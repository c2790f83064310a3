"""One turn of a conversation, free of channels and of the engine: what was said, what Kith says back."""
