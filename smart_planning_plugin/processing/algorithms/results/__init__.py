"""Results: the sample, styles, project."""
