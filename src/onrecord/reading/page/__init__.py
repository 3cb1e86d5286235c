"""A page's bytes, already text, to blocks: markup, plain text or JSON, each run of text with its place and span."""
