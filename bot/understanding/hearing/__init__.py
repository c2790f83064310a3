"""Rules that hear one thing each in a sentence about a contact: who, when, how long, which way, what came of it."""
