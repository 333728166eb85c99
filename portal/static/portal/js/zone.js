// Tells a form in which city its reader is: the browser's time zone goes into hidden fields named time_zone that are
// still empty. No cookie, no request; without the script the form asks, or Shanghai and Prague are taken.
(function () {
  "use strict";
  var zone = window.Intl && Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  document.querySelectorAll("input[type=hidden][name=time_zone]").forEach(function (field) {
    if (!field.value) field.value = zone;
  });
})();
