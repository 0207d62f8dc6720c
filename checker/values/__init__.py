"""Pure values and their algebra: intervals with a step and a hedge, days, offsets. Imports nothing of ours."""
