"""Builds the lists that the entity rules know, from packages whose data may be shipped."""
