"""Settings of all tests: the same examples on every run, and none fails for being slow on a busy machine.

`pytest --hypothesis-profile=default` looks for new examples instead.
"""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
