// What was typed stays on its device until the server has it, by member and form.
const { $, all, announce, on, sentences } = halfhour, { user: member = "", shared } = document.body.dataset;
// meet.js has its own.
const DRAFT = "form[data-draft]:not([data-note], [data-new])", key = form => `halfhour:${member}:${form.dataset.draft}`;

// Never a password, a file or a token.
const GUARD = /^(revision|edit_session|once)$/, LEFT_OUT = /^(hidden|password|file|submit|button|fieldset)$/;
const fields = form => [...form.elements].filter(e => e.name && (GUARD.test(e.name) || !LEFT_OUT.test(e.type)));
const value = e => /radio|box/.test(e.type) ? "checked" : "value";
const name = e => value(e) === "checked" ? e.name + "=" + e.value : e.name;
// A secret link stays off the device.
const LINK = /(?:https?:\/\/[^\s/]+)?\/r\/+[\w-]{43,}\/?/g, MARK = "[link]", put = (was, mark, link) => was.replaceAll?.(mark, link) ?? was;
const read = form => Object.fromEntries(fields(form).map(e => [name(e), put(e[value(e)], LINK, MARK)]));
const write = (form, words) => fields(form).forEach(e => {
  if (name(e) in words) e[value(e)] = put(words[name(e)], MARK, e.defaultValue?.match(LINK)?.[0] || MARK);
});

function keep(form) {
  if (shared !== undefined || $("[type=password]", form)) return;
  wait();
  try { return localStorage[key(form)] = JSON.stringify({ ...read(form), "/": put(location.pathname, LINK, MARK), "": Date.now() }); }
  catch { /* `say` tells */ }
}
function kept(form) { try { return JSON.parse(localStorage[key(form)]); } catch { /* none */ } }
function drop(form) {
  try { delete localStorage[key(form)]; } catch { /* none kept */ }
  hush(form);
  form.dirty = false;
}

// What waits is sent, or asked about at signing out.
const wait = () => import(sentences.waitingSrc).catch(() => {});
try { if (localStorage.length) wait(); } catch { /* none kept */ }

// One true sentence: above what came back, below what failed.
function hush(form) { $(".draft", form)?.remove(); }
function unsaved(form) { $(".save-line", form)?.replaceChildren(); }
function say(form, why) {
  unsaved(form);
  const words = $("#sentences"), bar = $(".draft", form) || words.content.firstElementChild.cloneNode(true);
  const named = at => words.getAttribute("data-" + at), lost = why !== "old" && !keep(form), link = $("a", bar);
  const sentence = (lost ? named("unkept-" + why) || named("unkept") : named(why)) || sentences.failed;
  if (link) link.target = lost ? "_blank" : "";
  if (bar.dataset.why !== why) announce(sentence);
  bar.dataset.why = why;
  $("p", bar).textContent = sentence;
  form[why === "old" ? "prepend" : "append"](bar);
}

on("input", ({ target: { form, dataset }, timeStamp }) => {
  if (!form?.matches(DRAFT) || "zoneChoice" in dataset || "apart" in dataset) return;
  form.typed = timeStamp;
  form.dirty = true;
  unsaved(form);
  // A stranger's are kept only if sending failed.
  if (member || $(".draft", form)) keep(form);
});
on("beforeunload", event => { if (!halfhour.leaving && all(DRAFT).some(form => form.dirty)) event.preventDefault(); });

on("htmx:load", () => {
  // Each form sends its own.
  all("form [form]").forEach(e => e.removeAttribute("form"));
  // Words that have not arrived are there again.
  all(DRAFT).forEach(form => {
    const was = kept(form);
    if (!was || form.dirty) return;
    form.reset();
    const now = read(form), same = Object.keys(now).every(n => GUARD.test(n) || !(n in was) || now[n] === was[n]);
    if (same && !$(".wrong")) return drop(form);
    form.dirty = true;
    if (same) return;
    write(form, was);
    all("details").forEach(e => e.open ||= e.contains(form) || form.contains(e));
    say(form, "old");
  });
});
Object.assign(halfhour, { DRAFT, member, fields, drop, hush, say });
