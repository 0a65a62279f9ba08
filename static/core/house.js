// What every page needs; each works without.
(function () {
  "use strict";
  var $ = selector => document.querySelector(selector), all = (selector, root = document) => [...root.querySelectorAll(selector)];
  var on = (names, act) => names.split(" ").forEach(name => addEventListener(name, act));

  // Say at once what a swap changed.
  var saying = [];
  function announce(words) {
    var place = $("#said");
    if (!words || saying.includes(words)) return;
    place.textContent = "";
    saying.push(words);
    if (saying.length < 2) setTimeout(() => { place.textContent = saying.splice(0).join(". ").replaceAll("..", "."); }, 60);
  }
  window.halfhour = { $, all, announce, on, tell };

  on("htmx:afterSwap", event => {
    // In the page now, and what takes the focus is read with it.
    var root = event.target.matches ? event.target : event.detail.target;
    if (!root.isConnected) return;
    var news = root.matches("[data-announce]") ? root : root.querySelector("[data-announce]"), first = root.querySelector("[data-focus]");
    if (news) announce(news === first ? " " : news.dataset.announce || news.textContent.trim());
    first?.focus();
  });
  // The focus stays in view.
  on("htmx:afterSettle", ({ target }) => { if (target.contains?.(document.activeElement)) $(":focus")?.scrollIntoView({ block: "nearest" }); });
  // A line beside what is typed is said anew.
  on("htmx:oobBeforeSwap", event => {
    var { target, fragment } = event.detail, words = fragment.textContent.trim();
    if (target.matches("[data-announce-change]") && words !== target.textContent.trim()) announce(words);
  });

  // A line behind an element, announced.
  function tell(element, words, wrong) {
    var line = element.nextElementSibling;
    if (!line?.matches(".told")) element.after(line = document.createElement("p"));
    if (!line.textContent || wrong && !line.matches(".error")) announce(words);
    line.className = "told " + (wrong ? "error" : "soft");
    line.textContent = words;
    line.hidden = !words;
  }
  // Else the words are selected.
  async function copyWords(button, from) {
    // Not within what a save replaces.
    var place = button.closest("[data-tell]") || button;
    tell(place, "");
    try {
      await navigator.clipboard.writeText("value" in from ? from.value : from.textContent);
      tell(place, button.dataset.copied);
    } catch {
      if (from.select) from.select(); else getSelection().selectAllChildren(from);
      tell(place, $("#sentences").dataset.uncopied, true);
    }
  }
  on("click", event => {
    var copy = event.target.closest("[data-copy]");
    if (copy) copyWords(copy, $(copy.dataset.copy));
  });

  // A menu closes on Escape, or when it is left.
  on("click keydown focusin", event => all("details[data-menu][open]").forEach(menu => {
    if (event.key ? event.key !== "Escape" : menu.contains(event.target)) return;
    var within = event.key && menu.contains(document.activeElement);
    menu.open = false;
    if (within) menu.querySelector("summary").focus();
  }));

  // Offline an act says so, and its page stays.
  on("submit", event => {
    var form = event.target;
    if (navigator.onLine || event.defaultPrevented || form.matches("[data-draft]")) return;
    event.preventDefault();
    tell(form, $("#sentences").dataset.lost, true);
  });

  // A field counts near its limit, and cuts nothing.
  on("input", event => {
    var box = event.target, letters = [...box.value].length, most = Number(box.dataset.most);
    if (!most) return;
    var { over, near } = $("#sentences").dataset, line = letters > most ? over : letters > most * .9 ? near : "";
    tell(box, line.replace("{over}", letters - most).replace("{count}", letters).replace("{most}", most), letters > most);
  });

  // The browser's copy is old.
  on("pageshow", event => { if (event.persisted) location.reload(); });

  on("DOMContentLoaded", () => {
    // A refusal is met at the first field to mend.
    $(".notice.wrong[tabindex], .wrong :is(input:not([type=hidden]), select, textarea)")?.focus();
    // The device's zone.
    var { user, keeps, zone, zoneUrl } = document.body.dataset, here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (user && !zone && here) htmx.ajax("POST", zoneUrl, { values: { time_zone: here }, swap: "none" });
    var choice = $("[data-zone-choice='']");
    if (choice && here && here !== choice.value) { choice.value = here; htmx.trigger(choice, "here"); }
    // Pages are kept for who is signed in only.
    var workers = navigator.serviceWorker;
    window.caches?.keys().then(names => names.forEach(name => name === keeps || caches.delete(name)));
    if (keeps) workers?.register("/worker.js").then(() => workers.ready).then(({ active }) => active.postMessage(keeps));
  });
})();
