"""The published record: what was read, folded and counted, in folders named by their content.

contents -> arrange -> store -> writer publishes; reader and search open what was published; check looks after it.
"""
