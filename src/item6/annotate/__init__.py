"""Labels of recommendations: issues, action category, what they name; themes of people's own."""

from item6.annotate.explain import named_in
from item6.annotate.labelling import Confident, Labelled, annotate, annotate_all
from item6.annotate.suggestions import Suggested, suggest

__all__ = ["Confident", "Labelled", "Suggested", "annotate", "annotate_all", "named_in", "suggest"]
