"""What Rasa calls. Each action hands the turn to one service and returns no events: forms are set at session start,
by our own tables, and words go through the outbox."""
