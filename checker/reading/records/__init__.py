"""Records: articles that stand in JSON, read with the place of every string."""
