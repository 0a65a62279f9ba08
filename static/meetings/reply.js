// The contact's clock: the offered times are asked for once more in the zone of this device, before anything is chosen.
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  var choice = document.querySelector("select[data-their-zone]");
  if (!choice || "chosen" in choice.dataset) return;
  var here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  var known = Array.prototype.some.call(choice.options, function (option) { return option.value === here; });
  if (!known || here === choice.value) return;
  choice.value = here;
  htmx.trigger(choice, "change");
});
