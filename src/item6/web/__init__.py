"""What people click: one Django application over the same rooms as the command line.

Feature folders: `gate` (who may enter, safe headers), `explorer` (the record in pages). Inside a feature
views use pages, pages use queries; queries read the record through the measures.
"""
