// What every page needs; each works without.
const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const text = e => e?.textContent.trim();
const on = (names, act, capture) => names.split(" ").forEach(name => addEventListener(name, act, capture));
const sentences = $("#sentences").dataset;
window.halfhour = { $, all, announce, on, sentences, tell };

// Say at once what a swap changed.
const saying = [];
function announce(words) {
  const place = $("#said");
  if (!words || saying.includes(words)) return;
  place.textContent = "";
  saying.push(words);
  if (saying.length < 2) setTimeout(() => { place.textContent = saying.splice(0).join(". ").replaceAll("..", "."); }, 60);
}
on("htmx:afterSwap", ({ target: root }) => {
  // What takes the focus is read with it.
  if (!root.matches) return;
  const news = root.matches("[data-announce]") ? root : $("[data-announce]", root), first = $("[data-focus]", root);
  const words = news?.dataset.announce || text(news);
  announce(words && words === text(first) ? " " : words);
  first?.focus();
});
// A line beside what is typed is said anew. What is held stays.
on("htmx:oobBeforeSwap", ({ detail }) => {
  const { target, fragment } = detail, words = text(fragment);
  if (target.closest("#desk, #coach-remarks") && $(":active", target)) detail.shouldSwap = false;
  if (target.matches("[data-announce-change]") && words !== text(target)) announce(words);
});

// A line behind an element, announced.
function tell(element, words, wrong) {
  let line = element.nextElementSibling;
  if (!line?.matches(".told")) element.after(line = document.createElement("p"));
  if (!line.textContent || wrong && !line.matches(".error")) announce(words);
  line.className = "told " + (wrong ? "error" : "soft");
  line.textContent = words;
}
on("click", async ({ target }) => {
  // An email takes unsaved words too (RFC 6068: CRLF).
  if (target.id === "open-mail") target.href = target.href.replace(/(subject|body)=[^&]*/g, (_, field) =>
    field + "=" + encodeURIComponent($("#id_" + field).value.replaceAll("\n", "\r\n")));
  const copy = target.closest("[data-copy]");
  if (!copy) return;
  // Not within what a save replaces.
  const from = $(copy.dataset.copy), place = copy.closest("[data-tell]") || copy;
  tell(place, "");
  try {
    await navigator.clipboard.writeText(from.value ?? from.textContent);
    tell(place, copy.dataset.copied);
  } catch {
    from.select ? from.select() : getSelection().selectAllChildren(from);
    tell(place, sentences.uncopied, true);
  }
});

on("click keydown focusin", ({ target, key }) => all("details[data-menu][open]").forEach(menu => {
  const within = menu.contains(target);
  if (key ? key !== "Escape" : within) return;
  menu.open = false;
  if (within) $("summary", menu).focus();
}));

// A field counts near its limit, and cuts nothing.
on("input", ({ target: box }) => {
  const letters = [...box.value].length, { most } = box.dataset;
  if (!most) return;
  const line = letters > most ? sentences.over : letters > most * .9 ? sentences.near : "";
  tell(box, line.replace("{over}", letters - most).replace("{count}", letters).replace("{most}", most), letters > most);
});

// The browser's copy is old.
on("pageshow", ({ persisted }) => { if (persisted) location.reload(); });

on("htmx:load", ({ target }) => {
  if (!target.matches("body, main")) return;
  // A refusal is met at the first field to mend.
  $(".notice.wrong[tabindex], .wrong :is(input:not([type=hidden]), select, textarea)")?.focus();
  const choice = $("[data-zone-choice='']"), here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (choice && here && here !== choice.value) { choice.value = here; htmx.trigger(choice, "here"); }
});

// Pages are kept for who is signed in only.
const { keeps } = document.body.dataset, workers = navigator.serviceWorker;
window.caches?.keys().then(names => names.forEach(name => name === keeps || caches.delete(name)));
if (keeps) workers?.register("/worker.js").then(() => workers.ready).then(({ active }) => active.postMessage(keeps));
