// Keys for screening: j next, k previous, f files, d decision, n note. Nowhere where somebody is typing.
(function () {
  "use strict";
  var page = document.querySelector("[data-screening]");
  if (!page) return;
  var places = { f: "files", d: "decision", n: "notes" };
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
    var link = page.querySelector('[data-key="' + event.key + '"]');
    if (link) {
      event.preventDefault();
      link.click();
      return;
    }
    var place = places[event.key] && document.getElementById(places[event.key]);
    if (place) {
      event.preventDefault();
      place.scrollIntoView({ block: "start" });
      var field = event.key === "f" ? place : place.querySelector("input:not([type=hidden]), textarea, select");
      (field || place).focus({ preventScroll: true });
    }
  });
})();
