"""One folder for each family of documents: pure readers, bytes in, nouns and Issues out; no network, no store."""
