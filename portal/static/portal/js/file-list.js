// Puts a file that upload.js has sent into the list above its box, so that the next one can be chosen.
(function () {
  "use strict";
  document.querySelectorAll("[data-file-list]").forEach(function (part) {
    part.addEventListener("portal:uploaded", function (event) {
      var sent = event.detail,
        rows = part.querySelector("[data-file-rows]"),
        kept = part.querySelector("[data-upload-kept]");
      if (kept) kept.hidden = true;
      if (rows.querySelector('button[value="' + sent.id + '"]')) return;
      var row = part.querySelector("[data-file-row]").content.cloneNode(true),
        name = row.querySelector("[data-row-name]");
      name.textContent = sent.name;
      if (sent.url) name.href = sent.url;
      row.querySelector("[data-row-about]").textContent = sent.about;
      row.querySelector("[data-row-hidden]").textContent = " " + sent.name;
      row.querySelector("button").value = sent.id;
      rows.appendChild(row);
    });
  });
})();
