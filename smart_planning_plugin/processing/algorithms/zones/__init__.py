"""Zones: interaction, functional zones, partnerships."""
