"""Border scenarios, and what is shared across the border."""
