"""An operator in an empty folder."""

from pathlib import Path

import pytest

from tests.cli.operator import Operator


@pytest.fixture
def operator(tmp_path: Path) -> Operator:
    """Has nothing set and nothing written yet."""
    return Operator(tmp_path)


@pytest.fixture
def anytown(operator: Operator) -> Operator:
    """Has the example partnership's file."""
    operator.has_the_example()
    return operator
