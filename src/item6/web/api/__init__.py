"""The record for programs: JSON, read only, described by OpenAPI; with keys per person on a server."""
