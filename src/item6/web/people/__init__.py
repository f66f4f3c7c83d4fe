"""People, their roles in coalitions, their sessions; organisations. Only a server with accounts has them."""
