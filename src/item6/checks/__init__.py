"""Figures of a statement, found in its text and held against the record.

reading -> sentences -> numbers -> finding (claims) -> resolving -> own_sums and verdicts -> checking.
"""
