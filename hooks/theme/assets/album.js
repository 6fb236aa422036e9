// The viewer of an album: its pictures one by one, by keyboard, by swiping and with a screen reader. Without this file,
// each link of the album opens its picture.

"use strict";

{
  const links = [...document.querySelectorAll("[data-album] a")];
  const SWIPE = 40; // pixels
  let shown = 0;

  const made = (tag, properties = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };

  const picture = made("img");
  const caption = made("figcaption");
  const place = made("p", { className: "viewer-place" });
  place.setAttribute("role", "status");
  const button = (text, name, act) => {
    const one = made("button", { type: "button", textContent: text, onclick: act });
    one.setAttribute("aria-label", name);
    return one;
  };
  const before = button("‹", "Ảnh trước", () => show(shown - 1));
  const after = button("›", "Ảnh sau", () => show(shown + 1));
  const close = button("×", "Đóng", () => viewer.close());
  const viewer = made("dialog", { className: "viewer" }, made("figure", {}, picture, caption));
  viewer.append(made("div", { className: "viewer-tools" }, before, place, after, close));
  viewer.setAttribute("aria-label", "Album ảnh");

  function show(number) {
    shown = (number + links.length) % links.length;
    const link = links[shown];
    const small = link.querySelector("img");
    const words = link.parentElement.querySelector("figcaption");
    picture.removeAttribute("srcset");
    picture.removeAttribute("src"); // else the picture before stays until this one is loaded
    Object.assign(picture, { alt: small.alt, sizes: "100vw", srcset: link.dataset.set, src: link.href });
    caption.replaceChildren(...(words ? [...words.cloneNode(true).childNodes] : []));
    place.textContent = `Ảnh ${shown + 1} trong ${links.length}`;
  }

  const KEYS = {
    ArrowLeft: () => shown - 1,
    ArrowRight: () => shown + 1,
    Home: () => 0,
    End: () => links.length - 1,
  };
  viewer.addEventListener("keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || !KEYS[key]) return;
    event.preventDefault();
    show(KEYS[key]());
  });

  let from;
  viewer.addEventListener("touchstart", ({ touches }) => {
    from = touches.length === 1 ? touches[0] : undefined; // two fingers enlarge the picture
  }, { passive: true });
  viewer.addEventListener("touchend", ({ changedTouches }) => {
    if (!from) return;
    const across = changedTouches[0].clientX - from.clientX;
    const down = changedTouches[0].clientY - from.clientY;
    if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) show(shown - Math.sign(across));
  });
  viewer.addEventListener("click", ({ target }) => target === viewer && viewer.close());
  viewer.addEventListener("close", () => links[shown].focus());

  // In browsers without dialogs, the links open the pictures.
  if (viewer.showModal) {
    document.body.append(viewer);
    links.forEach((link, number) => {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the reader wants a new tab
        event.preventDefault();
        show(number);
        viewer.showModal();
        after.focus();
      });
    });
  }
}
