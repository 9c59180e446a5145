"""The sink on a real PostgreSQL, which is killed too."""
