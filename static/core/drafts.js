// What was typed stays on its device until the server has it, by member and form.
(function () {
  "use strict";
  // meet.js has its own.
  var { $, all, announce, on } = halfhour;
  var DRAFT = "form[data-draft]:not([data-note], [data-new])", leaving = false;
  var member = document.body.dataset.user || "";
  var key = form => `halfhour:${member}:${form.dataset.draft}`;

  // Never a password, a file or a token.
  var GUARD = /^(revision|edit_session|once)$/, LEFT_OUT = /^(hidden|password|file|submit|button|fieldset)$/;
  var fields = form => [...form.elements].filter(e => e.name && (GUARD.test(e.name) || !LEFT_OUT.test(e.type)));
  var value = e => /^(radio|checkbox)$/.test(e.type) ? "checked" : "value";
  var name = e => value(e) === "checked" ? e.name + "=" + e.value : e.name;
  // A secret link stays off the device.
  var LINK = /(?:https?:\/\/[^\s/]+)?\/r\/+[\w-]{43,}\/?/g, MARK = "[link]", put = (was, mark, link) => was.replaceAll?.(mark, link) ?? was;
  var read = form => Object.fromEntries(fields(form).map(e => [name(e), put(e[value(e)], LINK, MARK)]));
  var write = (form, words) => fields(form).forEach(e => {
    if (name(e) in words) e[value(e)] = put(words[name(e)], MARK, e.defaultValue?.match(LINK)?.[0] || MARK);
  });

  function keep(form) {
    if ("shared" in document.body.dataset || form.querySelector("[type=password]")) return;
    try { return localStorage[key(form)] = JSON.stringify({ ...read(form), "": Date.now() }); } catch { /* `say` tells */ }
  }
  function kept(form) { try { return JSON.parse(localStorage[key(form)]); } catch { /* none */ } }
  function drop(form) {
    try { delete localStorage[key(form)]; } catch { /* none kept */ }
    hush(form);
    form.dirty = false;
  }

  // Kept for thirty days; "" says since when.
  try { for (var [at, was] of Object.entries(localStorage)) if (/"":(\d+)}$/.exec(was)?.[1] < Date.now() - 2592e6) delete localStorage[at]; }
  catch { /* none kept */ }

  // One true sentence: above what came back, beside what failed.
  function hush(form) { form.querySelector(".draft")?.remove(); }
  function unsaved(form) { form.querySelector(".save-line")?.replaceChildren(); }
  function say(form, why) {
    unsaved(form);
    var words = $("#sentences"), act = all(".acts", form).filter(e => !e.closest("details:not([open])")).pop();
    var bar = form.querySelector(".draft") || words.content.firstElementChild.cloneNode(true);
    var sentence = words.getAttribute("data-" + (why === "old" || keep(form) ? why : "unkept")) || words.dataset.failed;
    if (bar.dataset.why !== why) announce(sentence);
    bar.dataset.why = why;
    bar.querySelector("p").textContent = sentence;
    if (act && why !== "old") act.before(bar); else form.prepend(bar);
  }

  on("input", event => {
    var form = event.target.form;
    if (!form?.matches(DRAFT) || "zoneChoice" in event.target.dataset) return;
    form.typed = (form.typed || 0) + 1;
    form.dirty = true;
    unsaved(form);
    // A stranger's are kept only if sending failed.
    if (member || form.querySelector(".draft")) keep(form);
  });
  on("click", event => {
    var { form, dataset } = event.target, choice = dataset.draftDo;
    if (choice === "leave") leaving = true;
    if (choice === "throw") { form.reset(); drop(form); }
    if (choice !== "keep") return;
    hush(form);
    fields(form).find(e => !GUARD.test(e.name)).focus();
    if (form.matches("[data-autosave]")) htmx.trigger(form, "change");
  });
  on("beforeunload", event => {
    if (leaving || !all(DRAFT).some(form => form.dirty && !form.left)) return;
    event.preventDefault();
    // Whoever stays may press again.
    setTimeout(() => all("form").forEach(form => halfhour.busy(form, form.left = null)), 500);
  });

  // Each form sends its own.
  on("htmx:load", () => all("form [form]").forEach(e => e.removeAttribute("form")));
  // Words that have not arrived are there again.
  on("htmx:load", () => all(DRAFT).forEach(form => {
    var was = kept(form);
    if (!was || form.dirty) return;
    form.reset();
    var now = read(form);
    var same = Object.keys(now).every(n => GUARD.test(n) || !(n in was) || now[n] === was[n]);
    if (same && !form.querySelector(".wrong")) return drop(form);
    form.dirty = true;
    if (same) return;
    write(form, was);
    all("details", form).forEach(e => e.open = true);
    say(form, "old");
  }));
  Object.assign(halfhour, { DRAFT, member, drop, hush, say });
})();
