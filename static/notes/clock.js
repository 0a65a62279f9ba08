// The clock of a conversation, or of practising one: the dial, the words, and the marks at five, one and no minutes.
(function () {
  "use strict";
  var clock = document.querySelector("[data-clock]"), marks = clock.dataset, last = null, awake = null;
  // The server's time counts: a phone's own may be wrong.
  var skew = marks.now * 1000 - Date.now();
  var starts = marks.starts * 1000, ends = marks.ends * 1000;
  function one(selector) { return clock.querySelector(selector); }

  function turnHand() {
    var now = Date.now() + skew, left = Math.max(0, Math.min(ends - starts, ends - now)), minutes = Math.ceil(left / 60000);
    var share = left / (ends - starts), angle = Math.PI * (1 - share);
    one(".dial-arc").setAttribute("stroke-dasharray", (share * 100).toFixed(1) + " 200");
    one(".dial-hand").setAttribute("d", "M50 50L" + (50 + 40 * Math.cos(angle)).toFixed(2) + " " + (50 - 40 * Math.sin(angle)).toFixed(2));
    var words = now < starts ? marks.before : !left ? marks.over : minutes === 1 ? marks.one : marks.many.replace("…", minutes);
    if (one("[data-left]").textContent !== words) one("[data-left]").textContent = words;
    stayAwake(now >= starts && left > 0);
    var loud = now < starts ? "start" : left && document.querySelector(".current [data-ask]:not([hidden])") ? "ask" : "end";
    document.querySelectorAll("[data-loud]").forEach(act => act.classList.toggle("quiet", act.dataset.loud !== loud));
    var at = now < starts || left > 300000 ? "" : left > 60000 ? "atFive" : left ? "atOne" : "atEnd";
    if (at === last) return;
    clock.classList.toggle("near", at !== "");
    clock.classList.toggle("over", at === "atEnd");
    one("[data-mark]").hidden = !at;
    one("[data-mark]").textContent = at && marks[at];
    if (last !== null && at && !(window.halfhour.isSilent && window.halfhour.isSilent())) {
      window.halfhour.announce(marks[at]);
      if (navigator.vibrate) navigator.vibrate(at === "atFive" ? 200 : [200, 100, 200]);
    }
    last = at;
  }

  // While they talk the screen stays on, where the device allows it; it lets go of the lock whenever the page is hidden.
  function stayAwake(talking) {
    if (!navigator.wakeLock || document.hidden) return;
    if (talking && !awake) {
      awake = navigator.wakeLock.request("screen");
      awake.then(lock => lock.addEventListener("release", () => { awake = null; }), () => { awake = {}; });
    } else if (!talking && awake && awake.then) {
      awake.then(lock => lock.release(), () => {});
      awake = null;
    }
  }

  one("[data-practise]")?.addEventListener("click", function () {
    starts = Date.now() + skew;
    ends = starts + marks.minutes * 60000;
    last = null;
    turnHand();
    this.textContent = this.dataset.practise;
    window.halfhour.announce(one("[data-left]").textContent);
  });
  if (ends) turnHand();
  setInterval(() => { if (ends) turnHand(); }, 1000);
})();
