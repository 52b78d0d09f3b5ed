"""Algorithms of the group 'services'."""
