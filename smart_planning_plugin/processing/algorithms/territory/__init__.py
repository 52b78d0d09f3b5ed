"""Algorithms of the group 'territory'."""
