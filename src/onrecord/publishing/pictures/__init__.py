"""Pictures of counts, as SVG that stands alone."""
