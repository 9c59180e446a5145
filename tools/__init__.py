"""Programs that make the shipped word lists anew; nothing of them is needed to run."""
