"""What became of statements and their pages over time, as captures tell."""
