"""Who may enter, and what every answer says to the browser."""
