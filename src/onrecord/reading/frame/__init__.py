"""Where on one page the title, the day and the body stand, and what is left around them."""
