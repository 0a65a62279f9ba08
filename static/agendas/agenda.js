// Dragged, or moved by Alt and an arrow, as by "Position".
const { all, on } = halfhour;
let held, from;
const place = row => all(".asked-one", row.parentElement).indexOf(row) + 1;
const put = row => htmx.ajax("POST", row.dataset.place, { source: "[data-ordered]", values: { position: place(row) } });
// Past its middle, a neighbour makes way.
function pass(row, way, y) {
  const next = row[way > 0 ? "nextElementSibling" : "previousElementSibling"];
  if (!next || next.matches(".asked-fixed")) return;
  const { top, bottom } = next.getBoundingClientRect(), far = (2 * y - top - bottom) * way > 0;
  if (far) row[way > 0 ? "before" : "after"](next);
  return far;
}

on("pointerdown", ({ target, button }) => {
  held = !button && target.closest(".asked-handle")?.parentElement;
  from = held && place(held);
});
on("pointermove", ({ clientY: y }) => {
  if (!held) return;
  while (pass(held, 1, y) || pass(held, -1, y));
  scrollBy(0, y < 80 ? -16 : innerHeight - y < 96 ? 16 : 0);
});
on("pointerup pointercancel", () => {
  if (held && place(held) !== from) put(held);
  held = 0;
});
on("keydown", event => {
  const { target, key, altKey } = event, way = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (!altKey || !way || !target.matches(".asked-text")) return;
  event.preventDefault();
  const row = target.closest("li"), was = place(row);
  while (pass(row, way, way * 1e5) && place(row) === was);
  put(row);
});
