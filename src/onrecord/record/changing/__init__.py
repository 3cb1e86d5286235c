"""What changes a record: corrections, removals, the keeper's own messages brought out or withdrawn."""
