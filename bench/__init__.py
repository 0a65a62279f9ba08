"""How fast and how heavy the product is, measured as a browser meets it."""
