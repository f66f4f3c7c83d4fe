"""The floor plan: read -> reconcile -> publish. What the command line and the web start, and nothing below them."""

from item6.pipeline.documents import stored_bytes, stored_path
from item6.pipeline.gather import by_path, gather
from item6.pipeline.paths import expand
from item6.pipeline.pool import read_files
from item6.pipeline.reading import failed, read_file
from item6.pipeline.rows import TextRow, text_rows
from item6.pipeline.run import BuildResult, build

__all__ = [
    "BuildResult",
    "TextRow",
    "build",
    "by_path",
    "expand",
    "failed",
    "gather",
    "read_file",
    "read_files",
    "stored_bytes",
    "stored_path",
    "text_rows",
]
