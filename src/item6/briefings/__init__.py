"""Documents to hand over: a record and a review to a Document of blocks, and that to files people can edit.

kinds make Documents from figures; writers turn any Document into Word, PDF, HTML or Markdown. Neither knows the other.
"""
