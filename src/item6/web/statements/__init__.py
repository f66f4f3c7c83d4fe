"""Statements in the browser: a text or a file checked, verdicts in place, and those that are kept.

`asking` reads the form, `running` starts and ends the process that checks, `worker` is that process, `views` are the
pages. The text stays in memory, goes to the process through a pipe, and is written down only where somebody says so.
"""
