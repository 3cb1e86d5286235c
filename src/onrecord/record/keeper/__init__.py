"""What the keeper of an archive tells: source files, corrections, decisions, messages of his own."""
