"""Dead letters from end to end: buried for every reason there is, put back, and gone through."""
