"""Mails: written with the change that they tell of, sent once."""
