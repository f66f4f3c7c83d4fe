"""Every schema that was released, in order."""
