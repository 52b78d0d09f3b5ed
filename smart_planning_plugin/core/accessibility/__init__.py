"""Travel times and measures of accessibility."""
