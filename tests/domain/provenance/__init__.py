"""Tests of `workers.domain.provenance`."""
