"""Runs rounds for a number of seconds and prints the faults and a summary; the exit code is 1 if there is a fault."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.rounds import Lab


def main() -> int:
    """Run fuzzing rounds as the command line says; return 1 if they found a fault, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--round", type=int, help="only this round of the seed")
    options = parser.parse_args()
    begun, number, wrong = time.monotonic(), options.round or 0, 0
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(Path(folder), options.seed)
        while True:
            for fault in lab.round(number):
                wrong += 1
                print(f"--seed {options.seed} --round {number}: {fault}", flush=True)
            number += 1
            if options.round is not None or time.monotonic() - begun >= options.seconds:
                break
    counts = ", ".join(f"{count} {name}" for name, count in lab.counts.items())
    print(f"seed {options.seed}, {time.monotonic() - begun:.0f} s: {counts}; {wrong} faults")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
