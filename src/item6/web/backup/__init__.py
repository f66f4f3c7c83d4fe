"""Everything of a server in one file: the workspace and the database, taken while it runs, put back and verified."""
