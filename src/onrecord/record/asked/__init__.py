"""What is asked of the tables: statements listed and shown, copies, coverage, what is known of a source."""
