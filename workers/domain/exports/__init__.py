"""Articles in the shapes that others speak: ninjs, schema.org, and plain text."""
