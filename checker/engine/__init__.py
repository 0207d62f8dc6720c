"""Where a stage runs. An engine is handed functions from frame to frame and knows none of them."""
