"""Tests of `workers.domain.exports`."""
