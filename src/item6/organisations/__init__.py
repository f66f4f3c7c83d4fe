"""Organisations of civil society: what is known of one, when two names may be one's, and what a spreadsheet says."""
