"""What words mean on official pages, in the languages they are written in: months, days, offices, questions. No names."""
