"""Tests of `workers.domain.cleaning`."""
