"""The kinds of briefing: each is asked for a review, and makes a Document, or a file of its own form."""
