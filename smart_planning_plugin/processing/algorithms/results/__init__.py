"""Algorithms of the group 'results'."""
