"""The records of the workspace: which there are, which one is current, how two of them differ."""
