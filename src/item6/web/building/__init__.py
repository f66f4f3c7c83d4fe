"""Documents dropped into the browser: taken in, read by a process of their own, published.

`incoming` keeps what was sent, `jobs` starts and ends the process, `worker` is that process, `views` are the pages.
A worker needs none of the web; the web reads no document.
"""
