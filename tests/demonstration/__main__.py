"""``python -m tests.demonstration``, with hooks/ on the path: renews hashes of the demonstration site.

The guard (``infopage.release.guard``) has them in a file, to recognise what a province has not yet replaced.
"""

from infopage.release.guard.demonstration import FILE
from tests.demonstration import GENERIC, made_anew, template_of
from tests.support import ROOT

for template in GENERIC:
    template.write_text(template_of((ROOT / "docs" / template.name).read_text(encoding="utf-8")), encoding="utf-8")
FILE.write_text(str(made_anew()), encoding="utf-8")
