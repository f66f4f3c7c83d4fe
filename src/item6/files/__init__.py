"""Pages, lines and tables of files as they are, without any knowledge of the United Nations."""
