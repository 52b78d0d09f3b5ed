"""Places, services and what is known of each type of service."""
