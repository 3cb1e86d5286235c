"""The derived tables and their rows: statements, versions, stretches, notices, and how they are filtered."""
