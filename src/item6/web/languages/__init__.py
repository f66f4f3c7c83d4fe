"""Languages of the pages: choosing one, and what the rooms below say, said in the one that is chosen.

`saying` speaks, `vocabulary` lists what the rooms below may say, `dates` writes days. The catalogues lie in
`item6/web/locale` and are kept by `tests/makers/catalogues.py`.
"""
