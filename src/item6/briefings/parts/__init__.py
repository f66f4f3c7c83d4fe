"""Parts that several kinds of briefings share: each turns a Subject into blocks, none where it has nothing to say."""
