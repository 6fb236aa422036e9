"""A time limit for a function that may never return.

A socket's own timeout does not suffice: it starts anew with every byte, so a slow server could answer forever.
"""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

_T = TypeVar("_T")


def within(seconds: float, work: Callable[[], _T]) -> _T:
    """Call ``work`` and return its result. Raises its exceptions, and TimeoutError after ``seconds`` without a result.

    After a timeout the function keeps running in its thread, so nothing may depend on its end.
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
        # ``pop`` removes the exception from the list. With failed[0], its traceback would refer to the list that holds
        # it, and this cycle would keep a connection open.
        raise failed.pop()
    if not done:
        raise TimeoutError(f"chưa trả lời xong sau {seconds:g} giây")
    return done[0]
