"""Dead letters as a person on call handles them: read, chosen, and put back."""
