"""Reports and the handbook: pages made from results."""
