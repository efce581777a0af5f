"""The two failures a user can meet, sorted by who is to blame; anything else is our bug."""


class SipokatError(Exception):
    """Base of the failures that carry one Indonesian sentence for the user in ``pesan``."""

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan


class InputSalah(SipokatError):
    """What was typed cannot be accepted; ``field`` names the input that the cursor should go to."""

    def __init__(self, field: str, pesan: str) -> None:
        super().__init__(pesan)
        self.field = field


class Gangguan(SipokatError):
    """The environment (disk, lock, network, clock) stands in the way; the data here is safe.

    ``saran`` says in one sentence what the user can do about it.
    """

    def __init__(self, pesan: str, saran: str = "") -> None:
        super().__init__(pesan)
        self.saran = saran

    @property
    def lengkap(self) -> str:
        """Cause and advice as one line, for a terminal or the message bar."""
        return f"{self.pesan} {self.saran}".strip()
