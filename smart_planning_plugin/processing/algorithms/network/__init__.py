"""Algorithms of the group 'network'."""
