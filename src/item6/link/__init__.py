"""The same ask in other cycles: texts of one State's reviews that are worded alike, and how near they are.

wording -> nearness. What stands here says how near two texts are, never that they are one and the same: that is for
people to say. Uses the words and the names of treaties of `annotate`; knows nothing of documents or records.
"""

from item6.link.nearness import LEAST, MOST, Asked, alike, nearest
from item6.link.wording import Wording, wording

__all__ = ["LEAST", "MOST", "Asked", "Wording", "alike", "nearest", "wording"]
