"""Publishing again: what pages are made from, what is noted of those that lie there, and how the others are replaced."""
