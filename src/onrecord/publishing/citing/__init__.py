"""Words of the record as citations, for people and for programs."""
