"""Settings of all tests: the same examples on every run, and none fails for being slow on a busy machine.

`pytest --hypothesis-profile=default` looks for new examples instead.
"""

import signal

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

# In the background of a shell interrupts are ignored, and so they would be by every child that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
