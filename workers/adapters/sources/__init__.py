"""Raw posts from files, folders and standard input."""

from workers.adapters.sources.reading import read_source
from workers.adapters.sources.records import SourceError, SourceRecord

__all__ = ["SourceError", "SourceRecord", "read_source"]
