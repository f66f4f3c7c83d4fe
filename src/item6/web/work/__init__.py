"""Work that is done behind the pages: kept in the database, so it survives restarts."""
