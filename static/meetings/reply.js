// The offered times are asked for once more in the zone of the contact's device, before anything is chosen.
addEventListener("DOMContentLoaded", () => {
  "use strict";
  var choice = document.querySelector("select[data-their-zone]"), here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!choice || "chosen" in choice.dataset || here === choice.value) return;
  if (!Array.from(choice.options).some(option => option.value === here)) return;
  choice.value = here;
  htmx.trigger(choice, "change");
});
