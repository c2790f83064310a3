"""What the engine loads. Python 3.10; imports neither the app's dependencies nor the store."""
