"""Writes the tables of CONTRIBUTING.md anew: python -m tests.guide, with hooks/ on the path."""

from infopage.content.guide import guide_tables
from tests.guide import BEGIN, END, GUIDE_FILE

before, _, rest = GUIDE_FILE.read_text(encoding="utf-8").partition(BEGIN)
after = rest.partition(END)[2]
GUIDE_FILE.write_text(f"{before}{BEGIN}\n\n{guide_tables()}\n{END}{after}", encoding="utf-8")
