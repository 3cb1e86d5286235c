"""What is shown of a search, a verdict, a reviewed article, an explained page."""
