// The meeting view: one question at a time, and words that outlive a dead network or a lapsed session.
(function () {
  "use strict";
  var page = document.querySelector("[data-meet]");
  if (!page) return;
  var sentences = page.dataset;
  var announce = window.halfhour.announce;
  function all(selector, root) { return [...(root || page).querySelectorAll(selector)]; }
  function one(selector, root) { return (root || page).querySelector(selector); }
  function field(form, name) { return form.elements[name]; }
  // Each form sends its own.
  function part(root) { all("form [form]", root).forEach(e => e.removeAttribute("form")); }
  part();

  // What is kept on this device, cleared at sign-out (core/house.js) and after thirty days (core/drafts.js). Where storage
  // is forbidden this page holds it.
  var prefix = "halfhour:" + document.body.dataset.user + ":" + sentences.meet + ":";
  var memory = {};
  function keep(key, value) {
    memory[key] = value;
    if ("shared" in document.body.dataset) return;
    try { localStorage.setItem(prefix + key, JSON.stringify({ value: value, "": Date.now() })); } catch (full) { /* memory holds it */ }
  }
  function kept(key) {
    try { return JSON.parse(localStorage.getItem(prefix + key)).value; } catch (none) { return memory[key]; }
  }
  function drop(key) {
    delete memory[key];
    try { localStorage.removeItem(prefix + key); } catch (forbidden) { /* nothing was kept */ }
  }
  function keptKeys() {
    try { return Object.keys(localStorage).filter(function (key) { return key.startsWith(prefix); }).map(function (key) { return key.slice(prefix.length); }); }
    catch (forbidden) { return []; }
  }

  // The one way to the server: gives the answer, or throws Away (nothing arrived) or SignedOut.
  var Away = {}, SignedOut = {};
  function token() { return JSON.parse(document.body.getAttribute("hx-headers")); }
  async function arrive(url, options) {
    var stop = new AbortController(), patience = setTimeout(function () { stop.abort(); }, 15000);
    try {
      var answer = await fetch(url, Object.assign({ signal: stop.signal }, options));
      return { status: answer.status, url: answer.url, outcome: answer.headers.get("X-Answer"), to: answer.headers.get("HX-Redirect") || "", page: new DOMParser().parseFromString(await answer.text(), "text/html") };
    } catch (dead) { throw Away; } finally { clearTimeout(patience); }
  }
  async function post(url, fields) {
    for (var again = false; ; again = true) {
      var headers = Object.assign({ "HX-Request": "true", "X-Autosave": "1" }, token());
      var answer = await arrive(url, { method: "POST", body: new URLSearchParams(fields), headers: headers, keepalive: document.hidden });
      if (answer.outcome === "signed-out") throw SignedOut;
      // Signed in anew in another window: the token of this page is an old one.
      if (answer.status === 403 && !again) await refresh();
      // What is not of ours counts as no answer, whatever it says.
      else if (!answer.outcome || answer.outcome === "unsent") throw Away;
      else return answer;
    }
  }

  // Read the page anew without leaving it: a fresh token, and questions that came from elsewhere.
  async function refresh() {
    var answer = await arrive(location.pathname);
    if (answer.url.includes("/login/")) throw SignedOut;
    if (answer.status !== 200) throw Away;
    document.body.setAttribute("hx-headers", answer.page.body.getAttribute("hx-headers"));
    all("input[name=csrfmiddlewaretoken]").forEach(input => { input.value = token()["X-CSRFToken"]; });
    part(answer.page);
    all("[data-card]", answer.page).forEach((card, at) => {
      var here = document.getElementById(card.id);
      if (here) return one(".card-where", here).replaceChildren(...one(".card-where", card).childNodes);
      card.classList.remove("current");
      one("[data-cards]").insertBefore(document.adoptNode(card), all("[data-card]")[at] || null);
    });
    one("[data-all]").replaceChildren(...one("[data-all]", answer.page).children);
    markKept();
    show(current(), true);
  }

  // What waits is sent in its order: soon, again with growing pauses, and at once when the connection returns.
  var pause = 0, retrying = 0, running = null, more = false;
  function pending() { return Boolean(kept("acts")) || all("form[data-note]").some(form => form.dirty); }
  function flush() {
    clearTimeout(retrying);
    more = Boolean(running);
    running = running || sendAll().then(function () {
      pause = 0;
      one("[data-signed-out]").hidden = true;
    }, function (why) {
      if (why === SignedOut) signedOut();
      pause = Math.min(Math.max(pause * 2, 2000), 60000);
      retrying = setTimeout(flush, pause);
      if (why !== SignedOut && why !== Away) throw why;
    }).finally(function () {
      running = null;
      if (more && !pause) flush();
    });
    return running;
  }
  async function sendAll() {
    for (var acts = kept("acts"); acts; acts = kept("acts")) await sendAct(acts[0]);
    for (var form of all("form[data-note]")) if (form.dirty) await sendNote(form);
  }
  function signedOut() {
    var banner = one("[data-signed-out]");
    if (banner.hidden) announce(one("p", banner).textContent);
    banner.hidden = false;
  }
  window.addEventListener("online", function () { pause = 0; flush(); });
  window.addEventListener("focus", function () { if (pending()) flush(); });
  window.addEventListener("beforeunload", function (event) { if (pending()) event.preventDefault(); });
  document.addEventListener("visibilitychange", function () { if (pending()) flush(); });

  // Notes: kept with every letter, saved every few seconds.
  function line(form, words, wrong) {
    var place = one("[data-line]", form);
    if (!place) return;
    place.textContent = words;
    place.classList.toggle("not-saved", Boolean(wrong));
  }
  function values(form) {
    return { words: field(form, "words").value, revision: field(form, "revision").value, edit_session: field(form, "edit_session").value };
  }
  function typed(form) {
    keep(form.dataset.note, values(form));
    if (one("[data-newer]", form)) return;
    form.dirty = true;
    if (!pause) line(form, sentences.saving);
    form.since = form.since || Date.now();
    clearTimeout(form.soon);
    form.soon = setTimeout(flush, Math.max(0, Math.min(1200, form.since + 4000 - Date.now())));
  }
  async function sendNote(form) {
    var sent = values(form), key = form.dataset.note, answer;
    form.dirty = false;
    form.since = 0;
    try { answer = await post(form.action, sent); } catch (why) {
      form.dirty = true;
      line(form, why === SignedOut ? one("[data-signed-out] p").textContent : sentences.offline, true);
      throw why;
    }
    if (answer.outcome === "gone" && key !== "free") return moveToFree(key, field(form, "words").value);
    var refused = one("[data-refused]", answer.page), now = one("[name=revision]", answer.page);
    one("[data-newer-place]", form).replaceChildren();
    if (refused) {
      one("[data-newer-place]", form).append(refused);
      line(form, "");
      return announce(one("p", refused).textContent);
    }
    if (!now || answer.outcome !== "saved") {
      form.dirty = true;
      line(form, sentences.offline, true);
      throw Away;
    }
    field(form, "revision").value = now.value;
    line(form, one(".saved", answer.page).textContent);
    if (field(form, "words").value === sent.words) drop(key); else typed(form);
  }
  function moveToFree(key, words) {
    var form = one("form[data-note=free]"), box = field(form, "words");
    if (words.trim()) box.value = [box.value, words].filter(Boolean).join("\n\n");
    drop(key);
    typed(form);
    announce(sentences.gone);
    one("[data-gone-line]").hidden = false;
  }
  // Words typed over an older note: the person decides; until then both stand on the page.
  page.addEventListener("click", function (event) {
    var act = event.target.closest("[data-both], [data-mine]");
    if (!act) return;
    var form = act.closest("form"), box = field(form, "words"), newer = one("[data-newer]", form);
    if (act.hasAttribute("data-both")) box.value = one("[data-newer-words]", newer).textContent + "\n\n" + box.value;
    field(form, "revision").value = newer.dataset.newer;
    newer.remove();
    box.focus();
    typed(form);
    flush();
  });
  page.addEventListener("input", function (event) {
    var form = event.target.closest("form");
    if (form && form.matches("[data-note]")) typed(form);
    if (form && form.matches("[data-new]")) keep("new", event.target.value);
  });

  // Ticks and new questions: a tick shows at once; both wait their turn where there is no connection.
  function uuid() {
    return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, function (c) { return (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16); });
  }
  function act(url, fields) {
    fields.once = uuid();
    keep("acts", (kept("acts") || []).concat([{ url: url, fields: fields }]));
    return flush();
  }
  async function sendAct(what) {
    var answer = await post(what.url, what.fields);
    // The question behind which it goes was removed in another window: then it goes last.
    if (answer.outcome === "gone" && what.fields.after) answer = await post(what.url, Object.assign({}, what.fields, { after: "" }));
    var refused = one("[data-refused]", answer.page), form = one("form[data-new]");
    var rest = (kept("acts") || []).filter(other => other.fields.once !== what.fields.once);
    if (rest.length) keep("acts", rest); else drop("acts");
    if (!what.fields.text) return;
    line(form, "");
    one("[data-newer-place]", form).replaceChildren();
    if (refused || answer.outcome === "gone") giveBack(form, what.fields.text);
    if (answer.outcome === "gone") {
      line(form, window.halfhour.sentences.gone, true);
      return announce(window.halfhour.sentences.gone);
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
    var box = field(form, "text");
    if (!box.value.includes(text)) box.value = [text, box.value].filter(Boolean).join(" ");
    keep("new", box.value);
  }
  page.addEventListener("submit", async function (event) {
    var form = event.target;
    if (form.going) return;
    if (form.matches("[data-note]")) { event.preventDefault(); typed(form); flush(); }
    if (form.matches("[data-tick]")) {
      event.preventDefault();
      var asked = event.submitter.value;
      mark(form.dataset.tick, asked === "1");
      act(form.action, { asked: asked });
      if (asked === "1") goOn(form.dataset.tick);
    }
    if (form.matches("[data-new]")) {
      event.preventDefault();
      var text = field(form, "text").value;
      if (!text.trim()) return;
      field(form, "text").value = "";
      drop("new");
      var chosen = event.submitter && event.submitter.name ? { [event.submitter.name]: event.submitter.value } : {};
      await act(form.action, Object.assign({ text: text, after: field(form, "after").value }, chosen));
      if (kept("acts")) { line(form, sentences.waiting + " “" + text + "”", true); announce(sentences.waiting); }
    }
    if (form.matches("[data-leaving]") && (pending() || !navigator.onLine)) {
      event.preventDefault();
      await flush();
      if (pending() || !navigator.onLine) { line(form, sentences.needsConnection, true); return announce(sentences.needsConnection); }
      form.going = true;
      form.requestSubmit();
    }
  });
  function mark(key, asked) {
    var card = document.getElementById("q" + key);
    [card, one('[data-all] [data-to="' + key + '"]')].forEach(function (place) {
      place.toggleAttribute("data-asked", asked);
      one("[data-asked-mark]", place).hidden = !asked;
    });
    one("[data-ask]", card).hidden = asked;
    one("[data-unask]", card).hidden = !asked;
  }
  function markKept() {
    (kept("acts") || []).forEach(function (what) {
      var form = all("form[data-tick]").find(form => form.action === what.url);
      if (form) mark(form.dataset.tick, what.fields.asked === "1");
    });
  }

  // One question at a time.
  function current() { return (one(".card.current") || one("[data-card]") || page).dataset.card; }
  function following(key) {
    var cards = all("[data-card]"), at = cards.findIndex(function (card) { return card.dataset.card === key; });
    return cards.slice(at + 1).find(function (card) { return !card.hasAttribute("data-asked") && !card.hasAttribute("data-spare"); });
  }
  function goOn(key) {
    var next = following(key), end = document.getElementById("end-title");
    if (next) return show(next.dataset.card);
    show(key, true);
    if (!end) return;
    end.scrollIntoView({ block: "center" });
    end.focus({ preventScroll: true });
  }
  function show(key, still) {
    var card = document.getElementById("q" + key);
    if (!card) return;
    all("[data-card]").forEach(function (other) { other.classList.toggle("current", other === card); });
    all("[data-all] a").forEach(function (link) { if (link.dataset.to === key) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current"); });
    field(one("form[data-new]"), "after").value = key;
    var next = following(key), words = one("[data-next-words]");
    one("[data-next]").hidden = !next;
    if (next) { words.textContent = one("h2", next).textContent; words.dataset.to = next.dataset.card; }
    if (still) return;
    history.replaceState(null, "", "#q" + key);
    scrollTo(0, 0);
    one("h2", card).focus({ preventScroll: true });
  }
  page.addEventListener("click", function (event) {
    var link = event.target.closest("[data-to]");
    if (!link) return;
    event.preventDefault();
    show(link.dataset.to);
  });

  // Whether the clock speaks (static/notes/clock.js).
  function silent() { return kept("silent") === true; }
  window.halfhour.isSilent = silent;
  var silence = one("[data-silence]");
  function sayWhether() { silence.textContent = silent() ? silence.dataset.silent : silence.dataset.speaking; }
  silence.hidden = !one("[data-clock]")?.dataset.ends;
  silence.addEventListener("click", function () {
    if (silent()) drop("silent"); else keep("silent", true);
    sayWhether();
  });
  sayWhether();

  // Words that an earlier visit could not send: back into their boxes, and off.
  page.classList.add("live");
  function noteForm(key) { return one('form[data-note="' + key + '"]'); }
  // Those whose question left the agenda come last: they join the free notes.
  keptKeys().sort(function (a, b) { return Boolean(noteForm(b)) - Boolean(noteForm(a)); }).forEach(function (key) {
    var was = kept(key), form = noteForm(key);
    if (key === "acts" || key === "silent") return;
    if (key === "new") { field(one("form[data-new]"), "text").value = was; return; }
    if (!form) return moveToFree(key, was.words);
    if (field(form, "words").defaultValue.trim() === was.words.trim()) return drop(key);
    Object.keys(was).forEach(function (name) { field(form, name).value = was[name]; });
    form.dirty = true;
  });
  markKept();
  show((location.hash.match(/^#q(\d+)$/) || [0, current()])[1], true);
  if (pending()) flush();
})();
