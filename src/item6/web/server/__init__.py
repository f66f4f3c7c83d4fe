"""The application as a server for organisations: accounts, walls, a database."""
