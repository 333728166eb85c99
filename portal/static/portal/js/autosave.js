// Saves a form as it is written. Only the fields that changed are sent, one request at a time, a moment after the last
// key; what is not saved yet waits in this browser, through a dead line, a closed tab or a session that has ended.
//
// Each change carries the text that the writer had before them. Where another tab or device wrote something else
// meanwhile, the server overwrites nothing and names the field; the writer then chooses. Without this script the form's
// own button saves. Words come from the form's data-word-… attributes, in the page's language.
(function () {
  "use strict";

  var PAUSE = 900, FIRST_WAIT = 2000, LONGEST_WAIT = 20000;
  var form = document.querySelector("form[data-autosave]");
  if (!form || !window.fetch) return;

  var key = "draft:" + form.dataset.draft;
  var place = form.querySelector("[data-autosave-state]");
  var version = Number(form.dataset.version);
  var seen = JSON.parse(form.elements.seen.value);
  var waiting = {}, sending = null, timer = null, wait = FIRST_WAIT, halted = false;

  function word(name, values) {
    var text = form.getAttribute("data-word-" + name) || "";
    Object.keys(values || {}).forEach(function (k) { text = text.split("%(" + k + ")s").join(values[k]); });
    return text;
  }
  function names() { return form.elements.shown.value.split(",").filter(Boolean); }
  function controls(name) {
    return Array.prototype.slice.call(form.querySelectorAll('[name="' + name + '"]'));
  }
  function read(name) {
    var all = controls(name);
    if (!all.length) return "";
    if (all[0].type === "checkbox" || all[0].type === "radio") {
      return all.filter(function (one) { return one.checked; }).map(function (one) { return one.value; }).join(",");
    }
    return all[0].value;
  }
  function write(name, text) {
    var parts = text.split(",");
    controls(name).forEach(function (one) {
      if (one.type === "checkbox" || one.type === "radio") one.checked = parts.indexOf(one.value) >= 0;
      else one.value = text;
    });
    count();
  }

  // --- What waits in this browser ---------------------------------------------------------------------------------

  function remember() {
    var all = Object.assign({}, sending || {}, waiting);
    try {
      if (Object.keys(all).length) localStorage.setItem(key, JSON.stringify({ version: version, fields: all }));
      else localStorage.removeItem(key);
    } catch (full) { /* a private window may refuse; the requests go on */ }
  }
  function recall() {
    var kept = null;
    try { kept = JSON.parse(localStorage.getItem(key)); } catch (broken) { kept = null; }
    if (!kept || !kept.fields) return;
    Object.keys(kept.fields).forEach(function (name) {
      var pair = kept.fields[name];
      if (names().indexOf(name) < 0 || pair[1] === seen[name]) return;
      waiting[name] = pair;
      write(name, pair[1]);
    });
    if (Object.keys(waiting).length) { version = kept.version; send(); } else remember();
  }

  // --- What the page says ------------------------------------------------------------------------------------------

  function element(tag, text, className) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }
  function say(text) {
    var line = place.querySelector(".saved");
    if (!line) {
      place.textContent = "";
      line = element("p", "", "saved");
      line.setAttribute("role", "status");
      line.appendChild(element("span"));
      place.appendChild(line);
    }
    if (line.firstElementChild.textContent !== text) line.firstElementChild.textContent = text;
  }
  function notice(title, sentence, parts) {
    var box = element("div", "", "notice stop");
    box.setAttribute("role", "alert");
    box.appendChild(element("p", title, "label"));
    if (sentence) box.appendChild(element("p", sentence));
    var row = element("p", "", "row");
    (parts || []).forEach(function (part) { row.appendChild(part); });
    if (row.children.length) box.appendChild(row);
    place.textContent = "";
    place.appendChild(box);
    return box;
  }
  function button(text, act) {
    var made = element("button", text, "act small");
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }
  function failed(sentence) {
    notice(word("failed"), sentence || word("kept"), [button(word("again"), function () { halted = false; wait = FIRST_WAIT; send(); })]);
  }

  // --- Sending -----------------------------------------------------------------------------------------------------

  function note(name) {
    var text = read(name);
    if (sending && sending[name] && sending[name][1] === text) { delete waiting[name]; return; }
    if (!(sending && sending[name]) && text === (seen[name] || "")) delete waiting[name];
    else waiting[name] = [seen[name] || "", text];
  }
  function changed(event) {
    var name = event.target.name;
    if (names().indexOf(name) < 0) return;
    note(name);
    remember();
    if (!halted) soon(PAUSE);
  }
  function soon(pause) {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
  }
  function body(fields) {
    return JSON.stringify({ version: version, fields: fields, zone: form.elements.time_zone.value });
  }
  function post(fields, last) {
    return fetch(form.dataset.autosave, {
      method: "POST", body: body(fields), keepalive: Boolean(last), credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value }
    });
  }
  function send() {
    clearTimeout(timer);
    if (sending || !Object.keys(waiting).length) return;
    sending = waiting;
    waiting = {};
    remember();
    say(word("saving"));
    post(sending).then(answered, later);
  }
  function back() {
    waiting = Object.assign({}, sending || {}, waiting);
    sending = null;
    remember();
  }
  function later() {
    back();
    say(word("offline"));
    soon(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
  function answered(response) {
    if (response.status === 401) return response.json().then(signedOut, later);
    if (response.status >= 500 || response.status === 408 || response.status === 429) return later();
    return response.json().then(function (answer) {
      if (response.ok) return done(answer);
      back();
      halted = true;
      return failed(answer.refused);
    }, function () { back(); halted = true; failed(); });
  }
  function done(answer) {
    var sent = sending;
    sending = null;
    wait = FIRST_WAIT;
    version = answer.version;
    form.elements.version.value = version;
    answer.fields.forEach(function (name) {
      if (!sent[name]) return;
      seen[name] = sent[name][1];
      if (waiting[name]) waiting[name][0] = seen[name];
    });
    form.elements.seen.value = JSON.stringify(seen);
    remember();
    if (answer.theirs.length) return differs(answer.theirs, sent);
    say(answer.saved);
    form.dispatchEvent(new CustomEvent("portal:saved", { bubbles: true, detail: answer }));
    if (Object.keys(waiting).length) soon(PAUSE);
  }
  function differs(theirs, sent) {
    halted = true;
    theirs.forEach(function (one) { waiting[one.name] = sent[one.name]; });
    remember();
    var box = notice(word("theirs"), "", [
      button(word("mine"), function () {
        theirs.forEach(function (one) { seen[one.name] = one.text; note(one.name); });
        halted = false;
        send();
      }),
      button(word("take"), function () {
        theirs.forEach(function (one) { seen[one.name] = one.text; delete waiting[one.name]; write(one.name, one.text); });
        halted = false;
        form.elements.seen.value = JSON.stringify(seen);
        remember();
        say("");
        if (Object.keys(waiting).length) send();
      })
    ]);
    theirs.forEach(function (one) {
      var line = element("p");
      line.appendChild(element("b", one.label + ". "));
      line.appendChild(document.createTextNode(word("theirs-is") + " " + (one.text || "—")));
      box.insertBefore(line, box.lastElementChild);
    });
  }
  function signedOut(answer) {
    back();
    halted = true;
    var field = document.activeElement && form.contains(document.activeElement) ? document.activeElement.id : "";
    var link = element("a", word("sign-in"), "act small");
    link.href = answer.sign_in + (field ? encodeURIComponent("#" + field) : "");
    notice(word("signed-out"), word("kept"), [link]);
  }

  // --- Words counted -------------------------------------------------------------------------------------------------

  function count() {
    form.querySelectorAll("[data-words]").forEach(function (box) {
      var han = (box.value.match(/[\u3400-\u9fff\uf900-\ufaff]/g) || []).length;
      var rest = box.value.replace(/[\u3400-\u9fff\uf900-\ufaff]/g, " ").match(/[\p{L}\p{N}]+(?:[’'\-.][\p{L}\p{N}]+)*/gu) || [];
      var line = box.parentNode.querySelector("[data-counted]");
      if (!line) {
        line = element("p", "", "hint");
        line.setAttribute("data-counted", "");
        box.parentNode.insertBefore(line, box.nextSibling);
      }
      line.textContent = word("words", { count: rest.length + Math.ceil(han / 2), most: box.dataset.words });
    });
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("input", count);
  // The form's own button saves everything that it shows, so nothing needs to wait any longer.
  form.addEventListener("submit", function () {
    clearTimeout(timer);
    waiting = {};
    halted = true;
  });
  window.addEventListener("online", function () { if (!halted) { wait = FIRST_WAIT; send(); } });
  window.addEventListener("pagehide", function () {
    if (!halted && Object.keys(waiting).length) { remember(); post(waiting, true).catch(function () {}); }
  });

  count();
  recall();
  if (location.hash) {
    var target = document.getElementById(location.hash.slice(1));
    if (target && form.contains(target)) target.focus();
  }
})();
