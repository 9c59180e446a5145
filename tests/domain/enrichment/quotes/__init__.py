"""Tests of `workers.domain.enrichment.quotes`."""
