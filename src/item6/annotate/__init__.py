"""Labels of recommendations: issues, action category, what they name; themes of people's own."""

from item6.annotate.labelling import Confident, Labelled, annotate, annotate_all

__all__ = ["Confident", "Labelled", "annotate", "annotate_all"]
