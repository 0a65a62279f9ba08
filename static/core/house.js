// What every page needs of script; each page also works without any of it.
(function () {
  "use strict";
  var $ = selector => document.querySelector(selector), all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  var on = (names, act) => names.split(" ").forEach(name => addEventListener(name, act));

  // Say what a swap changed; what comes at once is said at once.
  var saying = [];
  function announce(words) {
    var place = $("#said");
    if (!words) return;
    place.textContent = "";
    saying.push(words);
    if (saying.length < 2) setTimeout(() => { place.textContent = saying.splice(0).join(". "); }, 60);
  }
  window.halfhour = { all, announce, on };

  on("htmx:afterSwap", event => {
    var root = event.detail.target;
    if (!root || !root.matches) return;
    var news = root.matches("[data-announce]") ? root : root.querySelector("[data-announce]"), first = root.querySelector("[data-focus]");
    if (news) announce(news.dataset.announce || news.textContent.trim());
    if (first) first.focus();
  });
  // A line beside what is typed is said when it changes.
  on("htmx:oobBeforeSwap", event => {
    var { target, fragment } = event.detail, words = fragment.textContent.trim();
    if (target.matches("[data-announce-change]") && words !== target.textContent.trim()) announce(words);
  });
  // Forms that save themselves tell the server so (core/http.py).
  on("htmx:configRequest", event => {
    if (event.target.matches("form[data-autosave]")) event.detail.headers["X-Autosave"] = "1";
  });

  // A line behind an element, announced when it comes.
  function tell(element, words, wrong) {
    var line = element.nextElementSibling;
    if (!line || !line.matches(".told")) element.after(line = document.createElement("p"));
    if (!line.textContent) announce(words);
    line.className = wrong ? "told error" : "told soft";
    line.textContent = words;
    line.hidden = !words;
  }
  // Where the browser does not copy, the words are selected, and a sentence says so.
  async function copyWords(button, from) {
    try {
      await navigator.clipboard.writeText("value" in from ? from.value : from.textContent);
    } catch (refused) {
      if (from.select) from.select(); else getSelection().selectAllChildren(from);
      return tell(button, $("#sentences").dataset.uncopied, true);
    }
    var label = button.dataset.label = button.dataset.label || button.textContent;
    tell(button, "");
    announce(button.textContent = button.dataset.copied);
    setTimeout(() => { button.textContent = label; }, 2000);
  }
  on("click", event => {
    var copy = event.target.closest("[data-copy]"), open = $("details.you[open]");
    if (copy) copyWords(copy, $(copy.dataset.copy));
    if (open && !open.contains(event.target)) open.open = false;
  });
  on("keydown", event => {
    var open = event.key === "Escape" && $("details.you[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  });

  // What this device kept for somebody goes when they sign out.
  on("submit", event => {
    if (!event.target.matches("[data-sign-out]")) return;
    try { Object.keys(localStorage).forEach(key => { if (key.startsWith("halfhour:")) delete localStorage[key]; }); }
    catch (forbidden) { /* nothing was kept */ }
  });

  // Counts: beside a text (data-count="#id"), and near the limit of a field, which cuts nothing.
  on("input", event => {
    var box = event.target, place = box.dataset.count && $(box.dataset.count), most = Number(box.dataset.most);
    var letters = Array.from(box.value).length, words = (box.value.match(/\S+/g) || []).length;
    if (place) {
      var { perMinute, seconds, characters } = place.dataset, parts = [words + " " + place.dataset.words];
      if (perMinute) parts.push(Math.round(words * 60 / perMinute) + " " + seconds);
      if (characters) parts.push(letters + " " + characters);
      place.textContent = parts.join(" · ");
    }
    if (!most) return;
    var { over, near } = $("#sentences").dataset, line = letters > most ? over : letters > most * .9 ? near : "";
    tell(box, line.replace("{over}", letters - most).replace("{count}", letters).replace("{most}", most), letters > most);
  });

  on("DOMContentLoaded", () => {
    // The browser's zone goes to a profile without one.
    var { user, zone, zoneUrl } = document.body.dataset, here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (user && !zone && here) htmx.ajax("POST", zoneUrl, { values: { time_zone: here }, swap: "none" });
  });
  // Buttons that only script can serve.
  on("htmx:load", () => all("[data-needs-script]").forEach(e => { e.hidden = false; }));
})();
