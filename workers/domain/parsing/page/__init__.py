"""Whole web pages: what they say of themselves, and the text of the article in them."""
