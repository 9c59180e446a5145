"""Tests of `workers.domain.parsing`."""
