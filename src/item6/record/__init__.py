"""The published record: what was read, folded and counted, in folders named by their content.

contents -> arrange -> store -> writer publishes; folders -> reader (standing, beside, search) asks; check and
difference look after what was published.
"""
