"""Side events: what an announcement says, calendar files, and what search engines read of an event.

Pure: texts and values in, values and files out. Who registers, and who gets the link, is not known here.
"""
