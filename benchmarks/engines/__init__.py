"""One stage on one set of records in several engines: a module an engine, in its own idiom."""
