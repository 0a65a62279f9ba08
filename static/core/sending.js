// Saved is what the answer says is saved; all else is said, and sent again (docs/decisions/0047).
(function () {
  "use strict";
  var { $, DRAFT, all, announce, on, tell, member, drop, hush, say } = halfhour;

  // Not sent twice; a long wait is said.
  function busy(sent, yes) {
    clearTimeout(sent.long);
    sent.ariaBusy = yes || null;
    if (yes) sent.long = setTimeout(announce, 1e3, $("#sentences").dataset.wait);
  }
  halfhour.busy = busy;
  ["click", "submit"].forEach(type => addEventListener(type, event => {
    if (event.target.closest(type === "click" ? "a, button" : "form")?.ariaBusy) event.preventDefault(event.stopPropagation());
  }, true));

  // What was pressed is pressed again.
  function failed(form, why) {
    form.waits ||= form.pressed;
    say(form, why);
    clearTimeout(form.again);
    form.pause = Math.min((form.pause || 500) * 2, 6e4);
    form.again = setTimeout(retry, form.pause, form);
  }
  // With a fresh token, for nobody else.
  async function retry(form) {
    try { var now = await (await fetch(document.body.dataset.token, { signal: AbortSignal.timeout(15e3) })).json(); }
    catch { return failed(form, "away"); }
    if (now.user !== member) return failed(form, "signed-out");
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": now.token }));
    all("[name=csrfmiddlewaretoken]").forEach(input => { input.value = now.token; });
    if (form.waits) form.requestSubmit(form.by); else htmx.trigger(form, "change");
  }
  // Too much: its person shortens it.
  var outcome = (status, answer) => status === 413 ? "large" : answer;
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

  // Nothing moves under a finger.
  var down, still = (act, ...of) => down ? setTimeout(still, 99, act, ...of) : act(...of);
  on("pointerdown pointerup pointercancel", ({ type }) => { down = type === "pointerdown"; });

  // What htmx sends: words, or an act.
  var saves = ({ elt, requestConfig }) =>
    (elt.pressed = requestConfig.triggeringEvent?.type === "submit") || elt.matches("[data-autosave]");
  function answered(detail, answer) {
    var { elt } = detail, lost = /saved|refused|shown/.test(answer) ? "" : $("#sentences").dataset.lost;
    if (elt.matches(DRAFT)) saves(detail) && still(heard, elt, answer);
    else if (elt !== document.body) tell(elt.matches("button") ? elt.form : elt, lost, true);
  }
  // Until its own answer.
  var act = ({ requestConfig: { elt, triggeringEvent: by } }, yes) => /click|submit/.test(by?.type) && busy(elt, yes);
  on("htmx:beforeRequest", ({ detail }) => {
    if (saves(detail)) detail.elt.sent = detail.elt.typed;
    act(detail, true);
  });
  on("htmx:afterRequest", ({ detail }) => act(detail));
  on("htmx:beforeOnLoad", event => {
    var { elt, xhr } = event.detail, answer = outcome(xhr.status, xhr.getResponseHeader("X-Answer"));
    // What is not ours, as a network's sign-in page, stays out.
    if (!answer) event.preventDefault();
    if (answer === "signed-out" && !elt.matches(DRAFT)) location.href = xhr.getResponseHeader("X-Location");
    else answered(event.detail, answer);
  });
  on("htmx:sendError htmx:timeout", ({ detail }) => answered(detail, "away"));

  // What the browser would send.
  on("submit", async event => {
    var { target: form, submitter: by } = event;
    if (!form.matches(DRAFT)) return event.defaultPrevented || form.method === "dialog" || busy(form, !!setTimeout(busy, 1e4, form));
    clearTimeout(form.again);
    form.by = by;
    form.waits = false;
    if (event.defaultPrevented) return;
    event.preventDefault();
    busy(form, true);
    form.sent = form.typed;
    var to = by?.getAttribute("formaction") || form.action, kind = "away";
    try {
      var answer = await fetch(to, { method: "POST", body: new FormData(form, by), headers: { "X-Draft": 1 }, signal: AbortSignal.timeout(3e4) });
      var page = await answer.text(), next = answer.headers.get("X-Location");
      kind = outcome(answer.status, answer.headers.get("X-Answer"));
    } catch { /* `heard` tells */ }
    // A token refused again: a page holds the words.
    if (kind === "unsent" && form.pause) kind = "refused";
    form.pressed = true;
    heard(form, kind);
    if (form.pause) return busy(form);
    // The page that answers has the words.
    if (kind === "gone") drop(form);
    // Of other forms one is asked still.
    form.left = true;
    if (next) {
      location.href = next;
      if (next.includes("#") && new URL(next, location).pathname === location.pathname) location.reload();
    } else {
      history.replaceState(null, "", answer.url);
      document.open().write(page);
      document.close();
      scrollTo(0, 0);
    }
  });
})();
