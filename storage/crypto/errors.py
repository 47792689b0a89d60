"""What sealing refuses: said without showing anything of what was sealed."""


class SealBrokenError(Exception):
    """A sealed value was moved, cut, altered, or sealed with a key that is gone."""

    def __init__(self) -> None:
        super().__init__(
            "A sealed value doesn't open in its place: it was altered, or its key is gone."
        )


class TooLongError(Exception):
    """Something doesn't fit the constant length that every one of its kind is sealed to."""

    def __init__(self) -> None:
        super().__init__("What is to be sealed is longer than its constant length.")
