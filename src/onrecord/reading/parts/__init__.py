"""What a block can be by itself: a title, a line of data, an entry of a list, a piece of furniture."""
