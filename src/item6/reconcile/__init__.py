"""From readings to what a review holds: which document speaks for it, the State's answers, the counts compared."""
