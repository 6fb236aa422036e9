"""A limit of time for what may never end: a byte now and then keeps any socket's own limit from being reached."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

_T = TypeVar("_T")


def within(seconds: float, work: Callable[[], _T]) -> _T:
    """Return what ``work`` returns; raises what it raises, and TimeoutError where it takes longer.

    It is left to itself then: nothing may depend on its end.
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
        raise failed.pop()  # kept here it would keep itself, and its connection, alive
    if not done:
        raise TimeoutError(f"chưa trả lời xong sau {seconds:g} giây")
    return done[0]
