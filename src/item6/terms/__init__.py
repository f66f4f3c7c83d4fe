"""The nouns of the field: frozen values, standard library only, no reading and no storing."""
