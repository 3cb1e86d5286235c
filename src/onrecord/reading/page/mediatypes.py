"""The media types of pages of markup."""

HTML_TYPES = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")
