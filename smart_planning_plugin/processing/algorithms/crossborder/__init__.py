"""Algorithms of the group 'crossborder'."""
