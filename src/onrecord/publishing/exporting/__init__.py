"""The record as files for other programs: JSON Lines, CSV, Parquet, TEI."""
