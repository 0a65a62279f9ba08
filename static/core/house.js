// What every page needs of script; each page also works without any of it.
(function () {
  "use strict";

  // Say what a swap changed: the element marked data-announce, or the first fault. What comes at once is said at once.
  var saying = [];
  function announce(words) {
    var place = document.getElementById("said");
    if (!place || !words) return;
    place.textContent = "";
    saying.push(words);
    if (saying.length === 1) setTimeout(function () { place.textContent = saying.join(". "); saying = []; }, 60);
  }
  window.halfhour = { announce: announce };

  document.addEventListener("htmx:afterSwap", function (event) {
    var root = event.detail.target;
    if (!root || !root.querySelector) return;
    var told = root.matches("[data-announce]") ? root : root.querySelector("[data-announce]");
    announce(told ? (told.dataset.announce || told.textContent.trim()) : "");
    var first = root.querySelector("[data-focus]");
    if (first) first.focus();
  });

  // A line beside what is being typed is said only when it says something else than before.
  document.addEventListener("htmx:oobBeforeSwap", function (event) {
    var line = event.detail.target;
    if (!line.matches("[data-announce-change]")) return;
    var words = event.detail.fragment.textContent.trim();
    if (words !== line.textContent.trim()) announce(words);
  });

  // A request that never arrived: say so, and that nothing is lost.
  document.addEventListener("htmx:sendError", function (event) {
    var line = event.target.querySelector && event.target.querySelector(".save-line");
    var words = document.documentElement.dataset.offline || "No connection. Your words are still here; they are saved when it returns.";
    if (line) line.innerHTML = "";
    if (line) { var span = document.createElement("span"); span.className = "not-saved"; span.textContent = words; line.append(span); }
    announce(words);
  });

  // Forms that save themselves tell the server so (see core/http.py).
  document.addEventListener("htmx:configRequest", function (event) {
    if (event.target.matches("form[data-autosave]")) event.detail.headers["X-Autosave"] = "1";
  });

  document.addEventListener("click", function (event) {
    var copy = event.target.closest("[data-copy]");
    if (copy) {
      var from = document.querySelector(copy.dataset.copy);
      var words = "value" in from ? from.value : from.textContent;
      navigator.clipboard.writeText(words).then(function () {
        var said = copy.dataset.copied || "Copied";
        copy.dataset.was = copy.dataset.was || copy.textContent;
        copy.textContent = said;
        announce(said);
        setTimeout(function () { copy.textContent = copy.dataset.was; }, 2000);
      });
    }
    var open = document.querySelector("details.you[open]");
    if (open && !open.contains(event.target)) open.open = false;
  });
  document.addEventListener("keydown", function (event) {
    var open = event.key === "Escape" && document.querySelector("details.you[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  });

  // What this device kept for somebody goes when they sign out.
  document.addEventListener("submit", function (event) {
    if (!event.target.matches("[data-sign-out]")) return;
    try {
      Object.keys(localStorage).forEach(function (key) { if (key.startsWith("halfhour:")) localStorage.removeItem(key); });
    } catch (forbidden) { /* then nothing was kept */ }
  });

  // A count of words beside a text, as it is typed: <textarea data-count="#id" data-words="…">.
  document.addEventListener("input", function (event) {
    var box = event.target.closest("[data-count]");
    if (!box) return;
    var place = document.querySelector(box.dataset.count);
    var count = (box.value.match(/\S+/g) || []).length;
    var parts = [count + " " + (place.dataset.words || "words")];
    if (place.dataset.perMinute) parts.push(Math.round(count * 60 / place.dataset.perMinute) + " " + (place.dataset.seconds || "seconds"));
    if (place.dataset.characters) parts.push(Array.from(box.value).length + " " + place.dataset.characters);
    place.textContent = parts.join(" · ");
  });

  document.addEventListener("DOMContentLoaded", function () {
    // The browser's zone goes to the profile once, while the profile has none.
    var body = document.body;
    if (body.dataset.user && !body.dataset.zone) {
      var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      if (zone) htmx.ajax("POST", body.dataset.zoneUrl, { values: { time_zone: zone }, swap: "none" });
    }
    var guess = document.querySelector("input[data-guess-zone]");
    if (guess && !guess.value) guess.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
    // Buttons that only script can serve.
    document.querySelectorAll("[data-needs-script]").forEach(function (e) { e.hidden = false; });
  });
})();
