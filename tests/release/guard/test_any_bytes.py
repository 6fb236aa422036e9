"""For any bytes, the guard (the checks before publication) gives findings, and cleaning gives a file or a refusal.

Neither ever fails with a traceback.
"""

from hypothesis import given
from hypothesis import strategies as st

from infopage.release.guard.cleaning import CleaningError, clean_bytes
from infopage.release.guard.files import Guard
from infopage.release.guard.patterns import load
from tests.properties import examples
from tests.release.guard.made import archive, pdf, photo, word
from tests.support import ROOT

PATTERNS, _ = load(ROOT)
assert PATTERNS
GUARDS = (Guard(PATTERNS), Guard(PATTERNS, published=True))
ENDINGS = (".md", ".html", ".xml", ".json", ".js", ".csv", ".ics", ".yml", ".txt", ".pdf", ".docx", ".jpg")
WHOLE = (
    pdf("Tối mật", Author="A"),
    word("Tối mật", author="A"),
    photo(gps=True),
    photo("PNG"),
    archive({"a.txt": b"x"}),
    '---\npham_vi: noi-bo\n---\n| MẬT |\n<!-- (Mật) -->\n[^1]: "Độ mật: MẬT"\n'.encode(),
    b'<p title="T&#7888;I">T<b>O</b><script>{"a":"\\u1ed0"}</script><![CDATA[x]]></p><!--',
)
spoiled = st.builds(
    lambda whole, at, length, junk: whole[: at % len(whole)] + junk + whole[at % len(whole) + length :],
    st.sampled_from(WHOLE),
    st.integers(0, 5000),
    st.integers(0, 60),
    st.binary(max_size=60),
)
SIGNS = ("MẬT", "Tối mật", "(", ")", "“", "|", " - ", "\n", "<", ">", "&#", "\\u", "Độ mật:", "T Ố I", "0912 345 678")
words = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=30).map("".join)
texts = words.map(lambda text: text.encode("utf-8", "replace"))


@examples(300)
@given(st.binary(max_size=300) | spoiled | texts, st.sampled_from(ENDINGS))
def test_any_file_ends_in_findings(data: bytes, ending: str) -> None:
    name = f"docs/a{ending}"
    for guard in GUARDS:
        for one in guard.check(name, data):
            assert one.path == name
            assert 1 <= one.line <= data.count(b"\n") + 1 + data.count(b"\0\n") or name.endswith((".js", ".json"))


@examples(150)
@given(spoiled)
def test_any_file_is_cleaned_whole_or_refused(data: bytes) -> None:
    try:
        cleaned, told = clean_bytes(data)
    except CleaningError:
        return
    assert told or cleaned == data
    assert clean_bytes(cleaned)[1] == []
