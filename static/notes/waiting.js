// Loaded where something waits on this device: a draft, or notes of a conversation, which are sent from any page.
const { $, announce, on, sentences, member, fields, drop, hush } = halfhour, mine = `halfhour:${member}:`;

// Kept for thirty days, whoever's; "" says since when.
try { for (const [at, was] of Object.entries(localStorage)) if (/"":(\d+)}$/.exec(was)?.[1] < Date.now() - 2592e6) delete localStorage[at]; }
catch { /* none kept */ }

// The one way to the server: gives the answer, or throws why there is none (offline, unanswered, out).
const away = why => Object.assign(Error(why), { why });
async function arrive(url, options) {
  const stop = new AbortController(), patience = setTimeout(() => stop.abort(), 15e3);
  try {
    const answer = await fetch(url, { signal: stop.signal, ...options }), { headers } = answer;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { status: answer.status, url: answer.url, page, outcome: headers.get("X-Answer"), to: headers.get("HX-Redirect") || "" };
  } catch { throw away(stop.signal.aborted ? "unanswered" : "offline"); } finally { clearTimeout(patience); }
}
async function post(url, fields, renew) {
  for (let again = false; ; again = true) {
    const headers = { "HX-Request": "true", "X-Autosave": "1", ...JSON.parse(document.body.getAttribute("hx-headers")) };
    const answer = await arrive(url, { method: "POST", body: new URLSearchParams(fields), headers, keepalive: document.hidden });
    if (answer.outcome === "signed-out") throw away("out");
    // Signed in anew in another window: the token of this page is an old one.
    if (answer.status === 403 && renew && !again) await renew();
    // What is not of ours counts as no answer, whatever it says.
    else if (!answer.outcome || answer.outcome === "unsent") throw away("unanswered");
    else return answer;
  }
}
halfhour.notes = { away, arrive, post };

// By its key: a draft (core/drafts.js), or what the meeting view keeps (notes/meet.js). "/" is the page that sends it.
function waiting() {
  try {
    return Object.keys(localStorage).filter(at => at.startsWith(mine) && !at.endsWith(":silent")).map(at => [at, JSON.parse(localStorage[at])]);
  } catch { return []; }
}
const NOTE = /:(\d+):(acts|free|\d+)$/, here = $("[data-meet]")?.dataset.meet;
const notes = () => waiting().filter(([at, { name }]) => name && (NOTE.exec(at)?.[1] ?? here) !== here);
const names = () => new Map(notes().map(([, was]) => [was["/"], was.name]));

// What is not simply saved stays for the meeting view, where its person decides. Gives whether that view is there.
async function send([at, { value, url, ...rest }]) {
  const was = localStorage[at];
  let outcome;
  if (url) {
    ({ outcome } = await post(url, value));
    if (outcome === "saved" && localStorage[at] === was) delete localStorage[at];
  } else {
    while (value.length && ({ outcome } = await post(value[0].url, value[0].fields)).outcome === "saved") {
      value = value.slice(1);
      if (value.length) localStorage[at] = JSON.stringify({ value, ...rest }); else delete localStorage[at];
    }
  }
  if (outcome !== "gone" || (await arrive(rest["/"])).status !== 404) return true;
  lost(at, url ? value.words : value.map(act => act.fields.text).filter(Boolean).join(" "));
}
const blank = name => $("#sentences").content.querySelector(name).cloneNode(true);
// The conversation was deleted: its words are shown, to copy, until they are discarded.
function lost(at, words) {
  const notice = shown[at] ||= blank(".unsent"), [line, link, discard] = notice.children;
  line.textContent = `${sentences.gone} “${words}”`;
  notice.classList.add("warning");
  link.hidden = true;
  discard.hidden = false;
  discard.onclick = () => {
    delete localStorage[at];
    notice.remove();
    announce(sentences.discarded);
  };
  if (words) $("#main").prepend(notice); else delete localStorage[at];
}
// Not while the meeting view is open in another window: what it has is newer.
const alone = (view, act) => navigator.locks ? navigator.locks.request(view, { ifAvailable: true }, lock => lock && act()) : act();
const shown = {};
let pause = 0, again, running;
async function sendAll() {
  clearTimeout(again);
  const before = names(), tried = new Set();
  let failed;
  for (const note of notes()) {
    const view = note[0].replace(/[^:]+$/, "");
    await alone(view, async () => { if (await send(note)) tried.add(note[1]["/"]); }).catch(error => { failed = error; });
    if (failed) break;
  }
  const left = names();
  for (const [page, name] of before) if (failed || tried.has(page)) say(page, name, left.has(page));
  pause = failed && Math.min(pause * 2 || 2e3, 6e4);
  if (failed) again = setTimeout(flush, pause);
  if (failed && !failed.why) throw failed;
}
function flush() { running ||= sendAll().finally(() => { running = 0; }); }
function say(page, name, left) {
  const notice = shown[page] ||= blank(".unsent"), [line, link] = notice.children;
  const words = (left ? sentences.unsent : sentences.sent).replace("{name}", name);
  if (line.textContent !== words) announce(words);
  line.textContent = words;
  notice.classList.toggle("warning", left);
  link.href = page;
  link.hidden = !left;
  if (!notice.isConnected) $("#main").prepend(notice);
}
on("online focus", () => { pause = 0; flush(); });
flush();

// What its person does with a draft.
on("click", ({ target: { form, dataset: { draftDo: choice } } }) => {
  if (choice === "leave") {
    halfhour.leaving = true;
    setTimeout(() => { halfhour.leaving = false; }, 1e3);
  }
  else if (choice) {
    hush(form);
    fields(form).find(e => e.type !== "hidden").focus();
    if (choice === "keep") return form.matches("[data-autosave]") && htmx.trigger(form, "change");
    form.reset();
    drop(form);
    announce(sentences.discarded);
  }
});

// Signing out deletes what waits.
on("submit", event => {
  const { target: form, submitter } = event, left = waiting();
  if (!form.matches("[data-sign-out]") || submitter?.dataset.draftDo || !left.length) return;
  event.preventDefault();
  const asked = $(".leaving", form) || blank(".leaving"), link = $("a", asked);
  link.href = left.sort(([, a], [, b]) => b[""] - a[""])[0][1]["/"] || "/";
  form.append(asked);
  announce(asked.firstElementChild.textContent);
  link.focus();
}, true);
