"""A time limit for work that may never end: a socket's own timeout starts anew with every byte that arrives."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

_T = TypeVar("_T")


def within(seconds: float, work: Callable[[], _T]) -> _T:
    """Return what ``work`` returns. Raises what it raises, and TimeoutError where it takes longer than ``seconds``.

    After a timeout the work goes on in its thread; nothing may depend on its end.
    """
    done: list[_T] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:
            failed.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed.pop()  # an error kept in the list would keep itself, and its connection, alive
    if not done:
        raise TimeoutError(f"chưa trả lời xong sau {seconds:g} giây")
    return done[0]
