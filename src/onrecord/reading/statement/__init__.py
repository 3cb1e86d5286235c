"""The body of a page to its statement: what it is, who speaks, when and where, its status, its turns."""
