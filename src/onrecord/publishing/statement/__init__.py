"""What the page of one statement shows: turns, dates, proof, versions, corrections, removals."""
