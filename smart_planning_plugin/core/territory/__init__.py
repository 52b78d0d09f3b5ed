"""Territory: statistics as they come, trends, specialisation, priorities, action plans."""
