"""Figures as pictures: SVG without scripts and without styles of its own, each with a text alternative.

Colours and patterns come from classes (`supported`, `in-part`, `noted`, `pending`), so that a page, a print and a
document can each have their own.
"""
