"""Menu and toolbar; nothing here computes."""
