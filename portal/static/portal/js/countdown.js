// Refreshes what is left until one instant, once a minute. The server's words stand without this script;
// it is never announced (no aria-live), since nobody wants to hear every minute pass.
(function () {
  "use strict";
  var zh = document.documentElement.lang.slice(0, 2) === "zh";
  function en(count, unit) {
    return count + " " + unit + (count === 1 ? "" : "s");
  }
  function words(left) {
    var minutes = Math.floor(left / 60000),
      hours = Math.floor(minutes / 60),
      days = Math.floor(hours / 24);
    var pairs = [
      [days, "day", "天", hours % 24, "hour", "小时"],
      [hours, "hour", "小时", minutes % 60, "minute", "分钟"],
    ];
    for (var i = 0; i < pairs.length; i++) {
      var p = pairs[i];
      if (p[0]) {
        if (zh) return [p[0], p[2] + (p[3] ? "零" + p[3] + p[5] : "") + "后截止"];
        return [p[0], p[1] + (p[0] === 1 ? "" : "s") + (p[3] ? " and " + en(p[3], p[4]) : "") + " left"];
      }
    }
    minutes = Math.max(minutes, 1);
    return [minutes, zh ? "分钟后截止" : (minutes === 1 ? "minute" : "minutes") + " left"];
  }
  function refresh() {
    document.querySelectorAll(".countdown[data-until]").forEach(function (box) {
      var left = box.dataset.until - Date.now(),
        numeral = box.querySelector("b"),
        rest = box.querySelector("span");
      if (!rest || !numeral) return;
      box.classList.toggle("calm", left >= 7 * 864e5);
      if (left <= 0) {
        box.classList.add("over");
        numeral.remove();
        rest.textContent = zh ? "已截止" : "Closed";
        return;
      }
      var said = words(left);
      numeral.textContent = said[0];
      rest.textContent = said[1];
    });
  }
  refresh();
  setInterval(refresh, 60000);
})();
