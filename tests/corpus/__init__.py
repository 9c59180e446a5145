"""Tests over real posts, where they are at hand."""
