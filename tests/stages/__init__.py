"""Tests of the pure stages."""
