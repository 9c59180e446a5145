"""Stores of articles: databases behind the port in `workers.domain.rows`."""

from workers.adapters.stores.opening import open_store

__all__ = ["open_store"]
