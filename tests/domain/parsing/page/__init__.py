"""Tests of `workers.domain.parsing.page`."""
