"""Who said what: words between quotation marks, and the speaker that the text names for them."""
