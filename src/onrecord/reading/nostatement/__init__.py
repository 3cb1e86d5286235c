"""Pages without a statement: what a server sends in place of a page, main text, and days of other pages."""
