"""Settings of one run: from checker.toml or [tool.checker] in pyproject.toml, then flags; one frozen object."""
