"""What waits for a decision of people above the offices."""
