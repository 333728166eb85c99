// Each file input inside [data-upload] sends its file by itself as soon as it is chosen, shows how far it is, and tries
// again by itself when the connection is gone. Without this script the same input goes with the form's own button.
//
// A try that was received but whose answer was lost is no second file: every try of one file carries the same token.
// Words come from the element's data-word-… attributes, so that they are in the page's language. When a file has been
// received the element fires "portal:uploaded" with the server's answer in event.detail.
(function () {
  "use strict";

  var FIRST_WAIT = 1000, LONGEST_WAIT = 30000, SILENCE = 45000;
  var TRY_AGAIN = { 0: 1, 408: 1, 425: 1, 429: 1, 500: 1, 502: 1, 503: 1, 504: 1 };
  var sending = 0;

  function token() {
    var bytes = new Uint8Array(18), text = "";
    window.crypto.getRandomValues(bytes);
    bytes.forEach(function (byte) { text += ("0" + byte.toString(16)).slice(-2); });
    return text;
  }

  // The cookie is newer than the field where somebody signed in again in another window.
  function csrf(form) {
    var cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    var field = form && form.querySelector("input[name=csrfmiddlewaretoken]");
    return cookie ? cookie[1] : field ? field.value : "";
  }

  function Upload(box) {
    this.box = box;
    this.input = box.querySelector("input[type=file]");
    this.bar = box.querySelector("progress");
    this.state = box.querySelector("[data-upload-state]");
    this.problem = box.querySelector("[data-upload-problem]");
    this.again = box.querySelector("[data-upload-again]");
    this.job = null;
    this.input.addEventListener("change", this.chosen.bind(this));
    this.again.querySelector("button").addEventListener("click", this.retry.bind(this));
    window.addEventListener("online", this.online.bind(this));
  }

  Upload.prototype.word = function (name, values) {
    var text = this.box.getAttribute("data-word-" + name) || "";
    Object.keys(values || {}).forEach(function (key) {
      text = text.split("{" + key + "}").join(values[key]);
    });
    return text;
  };

  Upload.prototype.say = function (text) {
    if (this.state.textContent !== text) this.state.textContent = text;
  };

  Upload.prototype.chosen = function () {
    var file = this.input.files[0];
    if (!file) return;
    if (this.job) this.stop();
    this.complain("");
    var limit = Number(this.box.getAttribute("data-limit"));
    if (limit && file.size > limit) {
      // Nothing is sent that cannot be taken; over a thin line that would be minutes.
      this.complain(this.word("large", { name: file.name, size: Math.ceil(file.size / 104857.6) / 10 + " MB" }));
      this.input.value = "";
      return;
    }
    this.job = { file: file, token: token(), wait: FIRST_WAIT, request: null, timer: null };
    sending += 1;
    this.send();
  };

  Upload.prototype.send = function () {
    var self = this, job = this.job, request = new XMLHttpRequest(), body = new FormData();
    body.append("upload_token", job.token);
    body.append(this.input.name, job.file, job.file.name);
    job.request = request;
    job.told = -1;
    this.again.hidden = true;
    this.bar.hidden = false;
    this.listen();
    request.upload.onprogress = function (event) { self.progress(event); };
    request.onload = function () { if (self.job === job) self.answered(request); };
    request.onerror = function () { if (self.job === job) self.later(); };
    request.open("POST", this.box.getAttribute("data-upload-url"));
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", csrf(this.input.form));
    request.send(body);
  };

  // A line can die without an error: after a silence the try is given up and begun again.
  Upload.prototype.listen = function () {
    var self = this, job = this.job;
    window.clearTimeout(job.timer);
    job.timer = window.setTimeout(function () {
      if (self.job !== job) return;
      job.request.onload = job.request.onerror = null;
      job.request.abort();
      self.later();
    }, SILENCE);
  };

  Upload.prototype.progress = function (event) {
    if (!this.job || !event.lengthComputable) return;
    var percent = Math.round(100 * event.loaded / event.total), step = Math.floor(percent / 25);
    this.listen();
    this.bar.value = percent;
    if (percent === 100) {
      this.say(this.word("checking", { name: this.job.file.name }));
    } else if (step !== this.job.told) {
      // Said four times and not a hundred: a screen reader reads each change aloud.
      this.job.told = step;
      this.say(this.word("sending", { name: this.job.file.name, percent: percent }));
    }
  };

  Upload.prototype.answered = function (request) {
    var answer = null, type = request.getResponseHeader("Content-Type") || "";
    window.clearTimeout(this.job.timer);
    if (type.indexOf("application/json") === 0) {
      try { answer = JSON.parse(request.responseText); } catch (error) { answer = null; }
    }
    if (answer && (request.status === 200 || request.status === 201)) return this.done(answer);
    if (answer && answer.problem && request.status === 422) return this.refused(answer.problem);
    if (TRY_AGAIN[request.status]) return this.later();
    // A page of another address, or 401 or 403, where JSON was due: the session has ended.
    var signedOut = request.status === 401 || request.status === 403 || (!answer && request.status === 200);
    this.halt(this.word(signedOut ? "session" : "failed", { name: this.job.file.name }));
  };

  Upload.prototype.done = function (answer) {
    var name = this.box.querySelector("[data-upload-name]"), again = this.box.querySelector("[data-upload-name-again]");
    name.textContent = answer.name;
    if (again) again.textContent = " " + answer.name;
    if (answer.url) name.href = answer.url; else name.removeAttribute("href");
    this.box.querySelector("[data-upload-about]").textContent = answer.about;
    this.box.querySelector("[data-upload-kept]").hidden = false;
    this.say((this.word("done", answer) + " " + (answer.note || "")).trim());
    this.end();
    // The form's own button must not send the same file a second time.
    this.input.value = "";
    this.box.dispatchEvent(new CustomEvent("portal:uploaded", { bubbles: true, detail: answer }));
  };

  Upload.prototype.refused = function (text) {
    this.say("");
    this.complain(text);
    this.end();
    this.input.value = "";
  };

  Upload.prototype.complain = function (text) {
    this.box.classList.toggle("bad", Boolean(text));
    this.problem.hidden = !text;
    this.box.querySelector("[data-upload-problem-text]").textContent = text;
    if (text) {
      this.input.setAttribute("aria-invalid", "true");
      this.problem.setAttribute("role", "alert");
    } else {
      this.input.removeAttribute("aria-invalid");
    }
  };

  Upload.prototype.later = function () {
    var self = this, job = this.job, wait = job.wait;
    window.clearTimeout(job.timer);
    job.request = null;
    job.wait = Math.min(wait * 2, LONGEST_WAIT);
    this.bar.value = 0;
    this.again.hidden = false;
    this.say(this.word("offline", { name: job.file.name, seconds: Math.round(wait / 1000) }));
    job.timer = window.setTimeout(function () { if (self.job === job) self.send(); }, wait);
  };

  Upload.prototype.halt = function (text) {
    window.clearTimeout(this.job.timer);
    this.job.request = null;
    this.bar.hidden = true;
    this.again.hidden = false;
    this.say(text);
  };

  Upload.prototype.retry = function () {
    if (!this.job || this.job.request) return;
    window.clearTimeout(this.job.timer);
    this.job.wait = FIRST_WAIT;
    this.send();
  };

  Upload.prototype.online = function () {
    if (this.job && !this.job.request && !this.again.hidden) this.retry();
  };

  Upload.prototype.stop = function () {
    if (this.job.request) {
      this.job.request.onload = this.job.request.onerror = null;
      this.job.request.abort();
    }
    this.end();
  };

  Upload.prototype.end = function () {
    window.clearTimeout(this.job.timer);
    this.job = null;
    this.bar.hidden = true;
    this.again.hidden = true;
    sending -= 1;
  };

  window.addEventListener("beforeunload", function (event) {
    if (sending > 0) event.preventDefault();
  });

  document.querySelectorAll("[data-upload]").forEach(function (box) { new Upload(box); });
})();
