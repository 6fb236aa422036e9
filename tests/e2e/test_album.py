"""Albums: the viewer by keyboard, by swiping and with a screen reader; without scripts each link opens its picture."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Opener

NEWS = "tin-tuc/2026/thon-thuong-ban-voi-dan/"
SWIPE = """([from, to]) => {
  const viewer = document.querySelector('.viewer');
  const at = (x) => [new Touch({ identifier: 1, target: viewer, clientX: x, clientY: 300 })];
  viewer.dispatchEvent(new TouchEvent('touchstart', { touches: at(from), changedTouches: at(from) }));
  viewer.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: at(to) }));
}"""


def opened(visit: Opener, number: int = 1) -> Page:
    page = visit(NEWS)
    page.locator(f".album li:nth-child({number}) a").click()
    expect(page.locator(".viewer")).to_be_visible()
    return page


def test_the_keyboard_goes_through_an_album_and_returns_to_its_place(visit: Opener) -> None:
    page = opened(visit)
    place, picture = page.get_by_role("status").filter(has_text="Ảnh"), page.locator(".viewer img")
    expect(place).to_have_text("Ảnh 1 trong 6")
    for key, number in (("ArrowRight", 2), ("End", 6), ("ArrowRight", 1), ("ArrowLeft", 6), ("Home", 1), ("Enter", 2)):
        page.keyboard.press(key)
        expect(place).to_have_text(f"Ảnh {number} trong 6")
    expect(picture).to_have_attribute("alt", "Người phụ nữ cầm tờ giấy nói chuyện với hai người trước sân nhà")
    expect(page.locator(".viewer figcaption")).to_contain_text("Đảng viên đến từng nhà hỏi ý kiến")
    expect(page.locator(".viewer .anh-cua")).to_have_text("Ảnh: Lê Minh Họa (hình vẽ minh họa)")
    page.keyboard.press("Escape")
    expect(page.locator(".viewer")).not_to_be_visible()
    expect(page.locator(".album li:nth-child(2) a")).to_be_focused()


def test_swiping_shows_the_next_picture_and_a_short_touch_does_not(visit: Opener) -> None:
    page = opened(visit, 3)
    for way, number in (((300, 100), 4), ((100, 300), 3), ((200, 190), 3)):
        page.evaluate(SWIPE, list(way))
        expect(page.locator(".viewer-place")).to_have_text(f"Ảnh {number} trong 6")


def test_without_scripts_a_link_opens_the_large_picture(visit: Opener) -> None:
    page = visit(NEWS, java_script_enabled=False)
    links = page.locator(".album a")
    assert links.count() == 6
    for link in links.all():
        picture = page.request.get(str(link.evaluate("one => one.href")))
        assert picture.headers["content-type"] == "image/jpeg"


def test_a_video_shows_its_captions_and_plays(visit: Opener) -> None:
    page = visit(NEWS)
    video = page.locator("video")
    assert video.evaluate("one => one.networkState") in (0, 1)
    video.evaluate("one => { one.muted = true; return one.play(); }")
    video.evaluate("one => new Promise((done) => (one.ontimeupdate = () => one.currentTime > 0.2 && done()))")
    said = page.evaluate("document.querySelector('video').textTracks[0].cues[0].text")
    assert said == "Thôn Thượng làm đường hoa."
