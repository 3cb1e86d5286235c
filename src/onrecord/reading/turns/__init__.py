"""Labels, and the turns between them: who speaks, in which role, and what in a turn is not said."""
