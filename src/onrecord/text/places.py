"""The mark by which the page written out of a format tells where in the captured bytes its text was found."""

PLACE_MARK = "onrecord-at:"
"""Begins the class of an element that tells where its text was found in what is no HTML: "onrecord-at:page 3"."""
