"""The organisations of a coalition: listed, edited, imported, merged by people and taken apart again."""
