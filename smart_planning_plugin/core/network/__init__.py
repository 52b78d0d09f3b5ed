"""From lines to a road network: noding, borders, speeds, snapping and search."""
