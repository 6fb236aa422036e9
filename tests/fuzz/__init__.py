"""``python -m tests.fuzz``: a project spoiled at random, round by round, must end in a site or in a report.

A round changes some files of a project that has no fault: bodies, headers, lists of ``data/``, names, attachments. Each
is told by its seed and its number alone, so that ``--seed S --round N`` makes it again.
"""
