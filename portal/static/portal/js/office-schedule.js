// Beside a time that an editor types on Shanghai's clock: the same instant on the readers' clock, as portal.clock says it.
(function () {
  "use strict";
  var SHAPE = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2})/;
  var SHANGHAI = "Asia/Shanghai";

  function read(text) {
    var found = SHAPE.exec(text);
    if (!found) return null;
    var parts = found.slice(1).map(Number);
    // Shanghai has kept eight hours ahead since 1992.
    var moment = new Date(Date.UTC(parts[0], parts[1] - 1, parts[2], parts[3] - 8, parts[4]));
    return isNaN(moment) ? null : moment;
  }

  function on(moment, zone, chinese) {
    var style = { timeZone: zone, hourCycle: "h23" };
    var day = { year: "numeric", month: "long", day: "numeric", timeZone: zone };
    var clock = Object.assign({ hour: "2-digit", minute: "2-digit" }, style);
    return {
      day: new Intl.DateTimeFormat(chinese ? "zh-CN" : "en-GB", day).format(moment),
      clock: new Intl.DateTimeFormat("en-GB", clock).format(moment)
    };
  }

  function sentence(moment, place) {
    var chinese = document.documentElement.lang.toLowerCase().indexOf("zh") === 0;
    var here = on(moment, SHANGHAI, chinese), there = on(moment, place.zone, chinese);
    var other = here.day === there.day ? "" : there.day;
    if (chinese) {
      return place.here + "时间" + here.day + here.clock + "，即" + place.city + other + there.clock;
    }
    return here.day + ", " + here.clock + " in " + place.here + ", which is " + there.clock +
      (other ? " on " + other : "") + " in " + place.city;
  }

  function follow(input) {
    var place = { zone: input.dataset.readersZone, city: input.dataset.readersCity, here: input.dataset.officeCity };
    var said = document.createElement("p");
    var last = null;
    said.className = "help";
    said.setAttribute("role", "status");
    input.insertAdjacentElement("afterend", said);
    function say() {
      if (input.value === last) return;
      last = input.value;
      var moment = read(last);
      said.textContent = moment ? sentence(moment, place) : "";
    }
    // The calendar that Wagtail opens writes into the field without telling anybody.
    setInterval(say, 400);
    say();
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("input[data-readers-zone]").forEach(follow);
  });
})();
