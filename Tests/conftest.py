"""What all tests that run the compiler need to be there."""

import pytest

from running import BINARY


def pytest_sessionstart(session: pytest.Session) -> None:
    if not BINARY.is_file():
        pytest.exit(f"{BINARY} is missing: run `make build` first, or name a binary in KSF", 4)
