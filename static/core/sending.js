// Saved is what the answer says is saved; all else is said, and sent again (docs/decisions/0047).
const { DRAFT, all, announce, on, sentences, tell, member, drop, hush, say } = halfhour;

// Not sent twice; a long wait is said.
function busy(sent, yes) {
  clearTimeout(sent.long);
  sent.ariaBusy = yes || null;
  if (yes) sent.long = setTimeout(announce, 1e3, sentences.wait);
}
on("click submit", event => {
  if (event.target.closest(event.type === "click" ? "a, button" : "form")?.ariaBusy) event.preventDefault(event.stopPropagation());
}, true);
// What saves itself waits for the answer to what was pressed.
on("htmx:confirm", event => { if (event.detail.elt.ariaBusy) event.preventDefault(); });

// What was pressed is pressed again.
function failed(form, why) {
  form.waits ||= form.pressed;
  say(form, why);
  clearTimeout(form.again);
  form.pause = Math.min((form.pause || 500) * 2, 6e4);
  form.again = setTimeout(retry, form.pause, form);
}
function retry(form) { form.waits ? form.requestSubmit(form.by) : htmx.trigger(form, "change"); }
// A stale token is answered with a fresh one.
function renew(token) {
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token, "X-Member": member }));
  all("[name=csrfmiddlewaretoken]").forEach(input => { input.value = token; });
}
function heard(form, answer) {
  if (!/saved|refused|gone/.test(answer)) return failed(form, answer);
  clearTimeout(form.again);
  form.pause = 0;
  if (answer === "gone") return say(form, answer);
  if (form.waits && !form.pressed) return form.requestSubmit(form.by);
  if (answer === "refused") hush(form);
  else if (form.sent === form.typed) drop(form);
}
on("online focus", () => all(DRAFT).filter(form => form.pause).forEach(form => {
  form.pause = clearTimeout(form.again);
  retry(form);
}));

// What htmx sends: words, or an act.
const saves = ({ elt, requestConfig }) =>
  (elt.pressed = requestConfig.triggeringEvent?.type === "submit") || elt.matches("[data-autosave]");
function answered(detail, answer) {
  const { elt } = detail;
  if (!elt.matches(DRAFT)) {
    if (elt.type !== "hidden") tell(elt.matches("button") ? elt.form : elt, /saved|refused|shown/.test(answer) ? "" : sentences.lost, true);
  } else if (saves(detail)) heard(elt, answer);
}
const act = ({ requestConfig: { elt, triggeringEvent: by } }, yes) => /click|submit/.test(by?.type) && busy(elt, yes);
on("htmx:beforeRequest", ({ detail }) => {
  if (saves(detail)) detail.elt.sent = detail.elt.typed;
  act(detail, true);
});
// Until its own answer; where that leads on, a while longer: somebody may stay.
on("htmx:afterRequest", ({ detail }) => { setTimeout(act, detail.xhr.getResponseHeader("HX-Redirect") ? 3e3 : 0, detail); });
on("htmx:beforeOnLoad", event => {
  const { detail } = event, { elt, xhr, select } = detail;
  // Too much: its person shortens it.
  let answer = xhr.status === 413 ? "large" : xhr.getResponseHeader("X-Answer");
  const token = xhr.getResponseHeader("X-Token"), again = token && elt.renewed;
  if (token) renew(token);
  elt.renewed = token;
  // The page that answers has the words: of what is gone, or since a fresh token is refused.
  if (select && (again || answer === "gone")) {
    if (!again) drop(elt);
    detail.holds = answer = "refused";
  }
  // What is not ours, as a network's sign-in page, stays out.
  if (!answer) event.preventDefault();
  if (answer === "signed-out" && !elt.matches(DRAFT)) location.href = xhr.getResponseHeader("X-Location");
  else answered(detail, answer);
});
on("htmx:beforeSwap", ({ detail }) => { detail.shouldSwap ||= detail.holds; });
on("htmx:sendError htmx:timeout", ({ detail }) => answered(detail, "away"));

on("submit", event => {
  const { target: form, submitter: by } = event;
  clearTimeout(form.again);
  form.by = by;
  form.waits = false;
  if (event.defaultPrevented || form.method === "dialog") return;
  if (form.matches(DRAFT)) {
    // What the browser would send goes by htmx, so that its page stays where that fails.
    event.preventDefault();
    const values = new FormData(form, by), headers = { "X-Draft": 1, "HX-Request": "" };
    const page = { target: "#main", select: "#main", swap: "outerHTML", replace: "true" };
    htmx.ajax("POST", by?.getAttribute("formaction") || form.action, { source: form, event, values, headers, ...page }).catch(() => {});
  } else if (navigator.onLine) {
    busy(form, true);
    setTimeout(busy, 1e4, form);
  } else {
    // Offline an act says so, and its page stays.
    event.preventDefault();
    tell(form, sentences.lost, true);
  }
});
