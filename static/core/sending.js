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

function retry(form) { form.waits ? form.requestSubmit(form.by) : htmx.trigger(form, "change"); }
function heard(form, answer) {
  clearTimeout(form.again);
  if (!/saved|refused|gone|held/.test(answer)) {
    say(form, answer);
    form.waits ||= form.pressed;
    form.pause = Math.min((form.pause || 500) * 2, 6e4);
    form.again = setTimeout(retry, form.pause, form);
    return;
  }
  form.pause = 0;
  if (answer === "gone") return say(form, answer);
  if (form.waits && !form.pressed) return retry(form);
  if (/refused|part/.test(answer)) hush(form);
  else if (form.sent === form.typed) drop(form);
}
on("online focus", () => all(DRAFT).filter(form => form.pause &&= 500).forEach(retry));

const saves = ({ elt, requestConfig }) =>
  (elt.pressed = requestConfig.triggeringEvent?.type === "submit") || elt.matches("[data-autosave]");
function answered(detail, answer) {
  const { elt } = detail;
  if (elt.matches(DRAFT)) return saves(detail) && heard(elt, answer);
  if (elt.type !== "hidden")
    answer === "signed-out" ? location.reload() : tell(elt.form || elt, /saved|refused|shown/.test(answer) ? "" : sentences.lost, true);
}
const act = ({ requestConfig: { elt, triggeringEvent: by } }, yes) => /click|submit/.test(by?.type) && busy(elt, yes);
on("htmx:beforeRequest", ({ detail }) => {
  if (saves(detail)) detail.elt.sent = detail.elt.typed;
  act(detail, true);
});
// Until its own answer; a while longer where that leads on.
on("htmx:afterRequest", ({ detail }) => { setTimeout(act, detail.xhr.getResponseHeader("HX-Redirect") ? 3e3 : 0, detail); });
on("htmx:beforeOnLoad", event => {
  const { detail } = event, { elt, xhr } = detail;
  // Too much: its person shortens it.
  const answer = xhr.status === 413 ? "large" : xhr.getResponseHeader("X-Answer");
  // A stale token is answered with a fresh one.
  const token = elt.renewed = xhr.getResponseHeader("X-Token");
  if (token) {
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token, "X-Member": member }));
    all("[name=csrfmiddlewaretoken]").forEach(e => e.value = token);
  }
  // What is not ours, as a network's sign-in page, stays out.
  if (!answer) event.preventDefault();
  answered(detail, answer);
});
on("htmx:sendError htmx:timeout", ({ type, detail }) => answered(detail, /send/.test(type) && "away"));

on("submit", event => {
  const { target: form, submitter: by } = event;
  form.by = by;
  form.waits = false;
  if (event.defaultPrevented || form.method === "dialog") return;
  if (form.matches(DRAFT) || !navigator.onLine) {
    // Sent by htmx, so that the page stays where that fails.
    event.preventDefault();
    const values = new FormData(form, by), headers = { "X-Draft": form.renewed ? "again" : "1", "HX-Request": "" };
    return htmx.ajax(form.method, by?.getAttribute("formaction") || form.action, { source: form, event, values, headers }).catch(() => {});
  }
  busy(form, true);
  setTimeout(busy, 1e4, form);
});
