"""Stops a long operation from another thread, when it next reports its progress."""

from infopage.progress.phases import Phase, Progress


class StoppedError(Exception):
    """Raised in an operation that was told to stop."""


class Stoppable(Progress):
    """Passes reports on to another observer. Once stopped, it raises StoppedError at the next phase or step.

    The end of a phase is always passed on: what follows the last step must not be interrupted.
    """

    def __init__(self, progress: Progress) -> None:
        """Pass reports on to ``progress``."""
        self._progress = progress
        self._is_stopped = False

    def stop(self) -> None:
        """Make the operation stop at its next phase or step."""
        self._is_stopped = True

    def begin(self, phase: Phase, count: int = 0) -> None:
        """Report that a phase of ``count`` steps begins, or raise StoppedError."""
        self._check()
        self._progress.begin(phase, count)

    def step(self, done: int = 1) -> None:
        """Report ``done`` more steps, or raise StoppedError."""
        self._check()
        self._progress.step(done)

    def end(self) -> None:
        """Report that the current phase has ended."""
        self._progress.end()

    def _check(self) -> None:
        if self._is_stopped:
            raise StoppedError
