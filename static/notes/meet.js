// The meeting view: one question at a time, and words that outlive a dead network or a lapsed session.
const page = document.querySelector("[data-meet]"), sentences = page.dataset;
const { announce, on, tell, notes: { away, arrive, post } } = halfhour;
const all = (selector, root = page) => halfhour.all(selector, root);
const one = (selector, root = page) => root.querySelector(selector);
const field = (form, name) => form.elements[name];
// Each form sends its own.
const part = root => all("form [form]", root).forEach(e => e.removeAttribute("form"));
part();

// What is kept on this device until it is sent, from here or from any page (notes/waiting.js), or for thirty days
// (core/drafts.js). Where nothing may be kept this page holds it.
const prefix = `halfhour:${document.body.dataset.user}:${sentences.meet}:`, memory = {};
let holds = true;
function keep(key, value, url) {
  memory[key] = value;
  holds = !("shared" in document.body.dataset);
  if (!holds) return;
  const entry = { value, url, name: sentences.name, "/": location.pathname, "": Date.now() };
  try { localStorage[prefix + key] = JSON.stringify(entry); } catch { holds = false; }
}
function kept(key) { try { return JSON.parse(localStorage[prefix + key]).value; } catch { return memory[key]; } }
function drop(key) {
  delete memory[key];
  try { delete localStorage[prefix + key]; } catch { /* nothing was kept */ }
}
function keptKeys() {
  try { return Object.keys(localStorage).filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length)); } catch { return []; }
}
// While this view is open, no other page sends its notes.
navigator.locks?.request(prefix, () => new Promise(() => {}));

// Read the page anew without leaving it: a fresh token, and questions that came from elsewhere.
async function refresh() {
  const answer = await arrive(location.pathname);
  if (answer.url.includes("/login/")) throw away("out");
  if (answer.status !== 200) throw away("unanswered");
  const headers = answer.page.body.getAttribute("hx-headers");
  document.body.setAttribute("hx-headers", headers);
  all("input[name=csrfmiddlewaretoken]").forEach(input => { input.value = JSON.parse(headers)["X-CSRFToken"]; });
  part(answer.page);
  all("[data-card]", answer.page).forEach((card, at) => {
    const here = document.getElementById(card.id);
    if (here) return one(".card-where", here).replaceChildren(...one(".card-where", card).childNodes);
    card.classList.remove("current");
    one("[data-cards]").insertBefore(document.adoptNode(card), all("[data-card]")[at] || null);
  });
  one("[data-all]").replaceChildren(...one("[data-all]", answer.page).children);
  markKept();
  show(current(), true);
}

// What waits is sent: soon, again with growing pauses, and at once when the connection returns. `why` it was not.
let pause = 0, retrying, running, more, why = "";
const unsaved = () => all("form[data-note]").filter(form => form.dirty);
const pending = () => Boolean(kept("acts")) || unsaved().length > 0;
function flush() {
  clearTimeout(retrying);
  more = Boolean(running);
  running ||= sendAll().then(() => {
    pause = 0;
    why = "";
    one("[data-signed-out]").hidden = true;
  }, error => {
    why = error.why || "unanswered";
    if (why === "out") signedOut();
    pause = Math.min(Math.max(pause * 2, 2000), 60000);
    retrying = setTimeout(flush, pause);
    const asked = kept("acts")?.find(act => act.fields.text)?.fields.text;
    if (asked) line(one("form[data-new]"), `${notSaved(why)} “${asked}”`, true);
    if (!error.why) throw error;
  }).finally(() => {
    running = null;
    if (more && !pause) flush();
  });
  return running;
}
// No note waits for another that fails; what was pressed goes in its order.
async function sendAll() {
  const sent = await Promise.allSettled([sendActs(), ...unsaved().map(sendNote)]), failed = sent.find(one => one.reason);
  if (failed) throw failed.reason;
}
async function sendActs() {
  for (let acts = kept("acts"); acts; acts = kept("acts")) await sendAct(acts[0]);
}
function signedOut() {
  const banner = one("[data-signed-out]"), words = one("p", banner);
  if (!holds) words.textContent = banner.dataset.unkept;
  // Nobody is led away from words that only this page has.
  one("a", banner).target = holds ? "" : "_blank";
  if (banner.hidden) announce(words.textContent);
  banner.hidden = false;
}
function notSaved(reason) {
  if (reason === "gone") return halfhour.sentences.gone;
  return `${sentences[reason] || sentences.unanswered} ${holds ? sentences.kept : sentences.unkept}`;
}
on("online", () => {
  pause = 0;
  all("[data-leaving] .told").forEach(line => line.remove());
  flush();
});
on("focus visibilitychange", () => { if (pending()) flush(); });
on("beforeunload", event => { if (!halfhour.leaving && pending() || !holds && field(one("form[data-new]"), "text").value.trim()) event.preventDefault(); });

// Notes: kept with every letter, saved every few seconds.
function line(form, words, wrong) {
  const place = one("[data-line]", form);
  place.textContent = words;
  place.classList.toggle("not-saved", Boolean(wrong));
}
function values(form) {
  return Object.fromEntries(["words", "revision", "edit_session"].map(name => [name, field(form, name).value]));
}
function typed(form) {
  keep(form.dataset.note, values(form), form.action);
  if (one("[data-newer]", form)) return;
  form.dirty = true;
  line(form, why ? notSaved(why) : sentences.saving, why);
  form.since ||= Date.now();
  clearTimeout(form.soon);
  form.soon = setTimeout(flush, Math.max(0, Math.min(1200, form.since + 4000 - Date.now())));
}
async function sendNote(form) {
  const sent = values(form), key = form.dataset.note;
  form.dirty = false;
  form.since = 0;
  try {
    const answer = await post(form.action, sent, refresh), gone = answer.outcome === "gone";
    if (gone && key !== "free") return moveToFree(key, field(form, "words").value);
    const refused = one("[data-refused]", answer.page), now = one("[name=revision]", answer.page);
    one("[data-newer-place]", form).replaceChildren();
    if (refused) {
      one("[data-newer-place]", form).append(refused);
      line(form, "");
      return announce(one("p", refused).textContent);
    }
    if (!now || answer.outcome !== "saved") throw away(gone ? "gone" : "unanswered");
    field(form, "revision").value = now.value;
    line(form, one(".saved", answer.page).textContent);
    if (field(form, "words").value === sent.words) drop(key); else typed(form);
  } catch (error) {
    form.dirty = true;
    line(form, notSaved(error.why), true);
    throw error;
  }
}
function moveToFree(key, words) {
  const form = one("form[data-note=free]"), box = field(form, "words");
  if (words.trim()) box.value = [box.value, words].filter(Boolean).join("\n\n");
  drop(key);
  typed(form);
  announce(sentences.gone);
  one("[data-gone-line]").hidden = false;
}
// Words typed over an older note: the person decides; until then both stand on the page.
page.addEventListener("click", ({ target }) => {
  const act = target.closest("[data-both], [data-mine]");
  if (!act) return;
  const form = act.closest("form"), box = field(form, "words"), newer = one("[data-newer]", form);
  if (act.matches("[data-both]")) box.value = one("[data-newer-words]", newer).textContent + "\n\n" + box.value;
  field(form, "revision").value = newer.dataset.newer;
  newer.remove();
  box.focus();
  typed(form);
  flush();
});
page.addEventListener("input", ({ target }) => {
  const form = target.closest("form");
  if (form?.matches("[data-note]")) typed(form);
  if (form?.matches("[data-new]")) keep("new", target.value);
});

// Ticks and new questions: a tick shows at once; both wait their turn where there is no connection.
function uuid() {
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, c => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));
}
function act(url, fields) {
  fields.once = uuid();
  keep("acts", [...kept("acts") || [], { url, fields }]);
  return flush();
}
async function sendAct({ url, fields }) {
  let answer = await post(url, fields, refresh);
  // The question behind which it goes was removed in another window: then it goes last.
  if (answer.outcome === "gone" && fields.after) answer = await post(url, { ...fields, after: "" }, refresh);
  const refused = one("[data-refused]", answer.page), form = one("form[data-new]");
  const rest = (kept("acts") || []).filter(other => other.fields.once !== fields.once);
  if (rest.length) keep("acts", rest); else drop("acts");
  if (!fields.text) return;
  line(form, "");
  one("[data-newer-place]", form).replaceChildren();
  if (refused || answer.outcome === "gone") giveBack(form, fields.text);
  if (answer.outcome === "gone") {
    line(form, halfhour.sentences.gone, true);
    return announce(halfhour.sentences.gone);
  }
  if (refused) {
    one("[data-newer-place]", form).append(refused);
    return announce(one("p", refused).textContent);
  }
  await refresh();
  show(new URL(answer.to, location.href).searchParams.get("question"), rest.length);
}
// Not over what was typed since.
function giveBack(form, text) {
  const box = field(form, "text");
  if (!box.value.includes(text)) box.value = [text, box.value].filter(Boolean).join(" ");
  keep("new", box.value);
}
page.addEventListener("submit", async event => {
  const { target: form, submitter } = event;
  if (form.going) return;
  if (form.matches("[data-note]")) { event.preventDefault(); typed(form); flush(); }
  if (form.matches("[data-tick]")) {
    event.preventDefault();
    const asked = submitter.value;
    mark(form.dataset.tick, asked === "1");
    act(form.action, { asked });
    if (asked === "1") goOn(form.dataset.tick);
  }
  if (form.matches("[data-new]")) {
    event.preventDefault();
    const text = field(form, "text").value;
    if (!text.trim()) return;
    field(form, "text").value = "";
    drop("new");
    const chosen = submitter?.name ? { [submitter.name]: submitter.value } : {};
    await act(form.action, { text, after: field(form, "after").value, ...chosen });
    if (why && kept("acts")) announce(notSaved(why));
  }
  if (form.matches("[data-leaving]") && (pending() || !navigator.onLine)) {
    event.preventDefault();
    await flush();
    const reason = navigator.onLine ? why || "unanswered" : "offline";
    if (pending() || reason === "offline") return tell(submitter, `${sentences[reason]} ${sentences.again}`, true);
    form.going = true;
    form.requestSubmit();
  }
});
function mark(key, asked) {
  const card = document.getElementById("q" + key);
  [card, one(`[data-all] [data-to="${key}"]`)].forEach(place => {
    place.toggleAttribute("data-asked", asked);
    one("[data-asked-mark]", place).hidden = !asked;
  });
  one("[data-ask]", card).hidden = asked;
  one("[data-unask]", card).hidden = !asked;
}
function markKept() {
  kept("acts")?.forEach(what => {
    const form = all("form[data-tick]").find(form => form.action === what.url);
    if (form) mark(form.dataset.tick, what.fields.asked === "1");
  });
}

// One question at a time.
function current() { return (one(".card.current") || one("[data-card]") || page).dataset.card; }
function following(key) {
  const cards = all("[data-card]"), at = cards.findIndex(card => card.dataset.card === key);
  return cards.slice(at + 1).find(card => !card.matches("[data-asked], [data-spare]"));
}
function goOn(key) {
  const next = following(key), end = document.getElementById("end-title");
  if (next) return show(next.dataset.card);
  show(key, true);
  if (!end) return;
  end.scrollIntoView({ block: "center" });
  end.focus({ preventScroll: true });
}
function show(key, still) {
  const card = document.getElementById("q" + key);
  if (!card) return;
  all("[data-card]").forEach(other => other.classList.toggle("current", other === card));
  all("[data-all] a").forEach(link => { link.ariaCurrent = link.dataset.to === key ? "true" : null; });
  field(one("form[data-new]"), "after").value = key;
  const next = following(key), words = one("[data-next-words]");
  one("[data-next]").hidden = !next;
  if (next) { words.textContent = one("h2", next).textContent; words.dataset.to = next.dataset.card; }
  if (still) return;
  history.replaceState(null, "", "#q" + key);
  scrollTo(0, 0);
  one("h2", card).focus({ preventScroll: true });
}
page.addEventListener("click", event => {
  const link = event.target.closest("[data-to]");
  if (!link) return;
  event.preventDefault();
  show(link.dataset.to);
});

// Whether the clock speaks (static/notes/clock.js).
const silent = () => kept("silent") === true;
halfhour.isSilent = silent;
const silence = one("[data-silence]");
function sayWhether() { silence.textContent = silent() ? silence.dataset.silent : silence.dataset.speaking; }
silence.hidden = !one("[data-clock]")?.dataset.ends;
silence.addEventListener("click", () => {
  if (silent()) drop("silent"); else keep("silent", true);
  sayWhether();
});
sayWhether();

// Words that an earlier visit could not send: back into their boxes, and off.
page.classList.add("live");
const noteForm = key => one(`form[data-note="${key}"]`);
// Those whose question left the agenda come last: they join the free notes.
keptKeys().sort((a, b) => Boolean(noteForm(b)) - Boolean(noteForm(a))).forEach(key => {
  const was = kept(key), form = noteForm(key);
  if (key === "acts" || key === "silent") return;
  if (key === "new") { field(one("form[data-new]"), "text").value = was; return; }
  if (!form) return moveToFree(key, was.words);
  if (field(form, "words").defaultValue.trim() === was.words.trim()) return drop(key);
  Object.keys(was).forEach(name => { field(form, name).value = was[name]; });
  form.dirty = true;
});
markKept();
show((location.hash.match(/^#q(\d+)$/) || [0, current()])[1], true);
if (pending()) flush();
