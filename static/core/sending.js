// A save is believed only when the answer says so; anything else is said, and sent again (docs/decisions/0047).
(function () {
  "use strict";
  var { DRAFT, all, on, member, drop, hush, say, leave } = halfhour;

  // What was pressed is pressed again, whatever saves itself meanwhile.
  function failed(form, why, pressed) {
    form.waits ||= pressed;
    say(form, why);
    clearTimeout(form.again);
    form.pause = Math.min((form.pause || 500) * 2, 6e4);
    form.again = setTimeout(retry, form.pause, form);
  }
  // With a fresh token, and in the name of nobody else.
  async function retry(form) {
    try { var now = await (await fetch(document.body.dataset.token, { signal: AbortSignal.timeout(15e3) })).json(); }
    catch (away) { return failed(form, "away"); }
    if (now.user !== member()) return failed(form, "out");
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": now.token }));
    all("[name=csrfmiddlewaretoken]").forEach(input => { input.value = now.token; });
    if (form.waits) form.requestSubmit(form.by); else htmx.trigger(form, "change");
  }
  // What is too much, for its page or for a proxy, is tried again too: its person shortens it meanwhile.
  var outcome = (status, answer) => status === 413 ? "large" : answer, why = { "signed-out": "out", large: "large" };
  function heard(form, answer, pressed) {
    if (answer !== "saved" && answer !== "refused") return failed(form, why[answer] || "failed", pressed);
    clearTimeout(form.again);
    form.pause = 0;
    if (form.waits && !pressed) return form.requestSubmit(form.by);
    if (answer === "refused") hush(form);
    else if (form.sent === form.typed) drop(form);
  }
  on("online focus", () => all(DRAFT).filter(form => form.pause).forEach(form => {
    form.pause = clearTimeout(form.again);
    retry(form);
  }));

  // What htmx sends.
  function saving({ elt, requestConfig }, act) {
    var pressed = requestConfig.triggeringEvent?.type === "submit";
    if (elt.matches(DRAFT) && (pressed || elt.matches("[data-autosave]"))) act(elt, pressed);
  }
  on("htmx:beforeRequest", ({ detail }) => saving(detail, form => { form.sent = form.typed; }));
  on("htmx:beforeOnLoad", event => {
    var { elt, xhr } = event.detail, answer = outcome(xhr.status, xhr.getResponseHeader("X-Answer"));
    // What is not of ours, as a network's sign-in page, stays out.
    if (!answer) event.preventDefault();
    if (answer === "signed-out" && !elt.matches(DRAFT)) location.href = xhr.getResponseHeader("X-Location");
    saving(event.detail, (form, pressed) => heard(form, answer, pressed));
  });
  on("htmx:sendError htmx:timeout", event => saving(event.detail, (form, pressed) => failed(form, "away", pressed)));

  // What the browser would send; the page stays until it is answered.
  on("submit", async event => {
    var form = event.target, by = event.submitter;
    if (!form.matches(DRAFT)) return;
    clearTimeout(form.again);
    form.by = by;
    form.waits = false;
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (form.ariaBusy) return;
    form.ariaBusy = true;
    form.sent = form.typed;
    try {
      var to = by?.getAttribute("formaction") || form.getAttribute("action") || location, body = new FormData(form, by);
      var answer = await fetch(to, { method: "POST", body, headers: { "X-Draft": 1 }, signal: AbortSignal.timeout(3e4) });
      var page = await answer.text();
    } catch (away) { form.ariaBusy = null; return failed(form, "away", true); }
    var kind = outcome(answer.status, answer.headers.get("X-Answer")), next = answer.headers.get("X-Location");
    // A token refused once more: a page says why, and holds the words.
    if (kind === "unsent" && form.pause) kind = "refused";
    heard(form, kind, true);
    if (form.pause) { form.ariaBusy = null; return; }
    leave();
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
