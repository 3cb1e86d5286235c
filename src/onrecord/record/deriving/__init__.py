"""From the truth to the tables: captures acknowledged, pages read once, sites learnt, statements joined."""
