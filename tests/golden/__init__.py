"""Every shipped example of a raw post, run through the stages and compared with what we promise."""
