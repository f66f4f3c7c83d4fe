"""The record in pages: reviews, recommendations, figures, States, documents."""
