"""Interaction between places, functional zones, and who could work with whom."""
