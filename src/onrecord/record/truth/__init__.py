"""The truth of an archive on disk: captured bytes and ledger, its one lock, and what is wrong in them."""
