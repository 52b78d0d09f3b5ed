"""Styles, layouts and the building of a project."""
