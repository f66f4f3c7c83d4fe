"""Letters and joint statements: written by a coalition, signed by organisations on a public page, published."""
