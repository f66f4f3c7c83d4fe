"""Side events of a coalition: written, published, changed, and what is to be done before them."""
