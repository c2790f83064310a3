"""The command line. Nothing imports it; what it does is done by the subjects' services."""
