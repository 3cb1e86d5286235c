"""onrecord keeps what officials are on record as having said."""
