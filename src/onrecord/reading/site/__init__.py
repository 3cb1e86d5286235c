"""What the pages of one site tell together: where title and body stand, and what repeats around them."""
