"""Who saw, changed and exported what."""
