"""The part of CONTRIBUTING.md that is made: the tables that ``infopage guide`` prints, between two markers."""

from tests.support import ROOT

GUIDE_FILE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- bảng: tự sinh -->", "<!-- hết bảng -->"
