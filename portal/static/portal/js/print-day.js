// Says on paper when a page was printed. Without it the page's address stands there alone.
(function () {
  "use strict";
  addEventListener("beforeprint", function () {
    var lang = document.documentElement.lang;
    var day = new Date().toLocaleDateString(lang === "en" ? "en-GB" : lang, {
      day: "numeric", month: "long", year: "numeric"
    });
    document.querySelectorAll("[data-printed-on]").forEach(function (place) {
      place.textContent = place.dataset.printedOn + (lang === "en" ? " " : "") + day;
      place.hidden = false;
    });
  });
})();
