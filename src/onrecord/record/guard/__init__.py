"""Whether a record still is what it was: verified, backed up, restored."""
