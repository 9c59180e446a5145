"""Tests of `workers.domain.enrichment`."""
