"""Algorithms of the group 'accessibility'."""
