/** The notes above the results of the results page: how the query was read, and what helps on if nothing is found. */
(function () {
  "use strict";
  const thamsau = (window.thamsau = window.thamsau || {});
  const { make } = thamsau.results;

  const suggestion = (link) => make("p", { class: "search-suggestion" }, "Có phải bạn tìm ", link, "?");

  const TIPS =
    "Hãy thử bớt từ, viết lại từ có thể đã gõ nhầm, hoặc gõ số, ký hiệu văn bản. " +
    "Muốn tìm đúng một cụm từ, đặt cụm ấy trong ngoặc kép; muốn bỏ những mục có một từ, gõ dấu trừ liền trước từ ấy. " +
    "Dưới đây là mẹo tìm và các danh sách.";

  /** What to do if nothing is found; `link` leads to the results without the filters, if there are any. */
  function empty(filters, link) {
    const filtered = Object.keys(filters).length > 0;
    return make("div", { class: "search-empty" }, make("p", null, filtered ? "Không có mục nào có đủ các điều kiện đã chọn." : TIPS), filtered && link);
  }

  function feed({ title, address }) {
    return make("p", { class: "feeds" }, "Nhận bài mới về nội dung này: ", make("a", { href: thamsau.base + address, type: "application/rss+xml" }, `${title} (RSS)`));
  }

  thamsau.notes = { suggestion, empty, feed };
})();
