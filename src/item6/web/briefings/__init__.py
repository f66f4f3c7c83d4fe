"""Briefings in the browser: choosing one, reading it in place, taking it as a file, counting a statement's words."""
