// A person is chosen by typing (ARIA APG, combobox); what is sent is the select.
halfhour.on("input keydown mousedown focusout htmx:afterSwap", event => {
  const { target, type, key } = event, box = target.closest?.(".combobox");
  if (!box) return;
  const [input, found, select] = halfhour.all("input, .found, select", box), options = halfhour.all("li", found);
  function mark(to) {
    const one = options[box.at = to];
    options.forEach(each => { each.ariaSelected = each === one; });
    input.setAttribute("aria-activedescendant", one?.id || "");
    one?.scrollIntoView({ block: "nearest" });
  }
  function show(open) { found.hidden = !open; input.ariaExpanded = open; mark(-1); }
  if (/out|Swap/.test(type)) show(input.matches(":focus"));
  // Typed back to what stood there: the choice of before.
  if (type === "input" && target === input) select.selectedIndex = input.value === input.defaultValue
    ? [...select].findIndex(option => option.defaultSelected) : 0;
  const by = { ArrowDown: 1, ArrowUp: -1 }[key], chosen = target.dataset.pk ? target : key === "Enter" && options[box.at];
  if (chosen) {
    select.add(new Option(input.value = chosen.textContent, chosen.dataset.pk, true, true));
    htmx.trigger(select, "input");
  }
  if (chosen || key === "Escape") show(false);
  else if (by && found.hidden) htmx.trigger(input, "click");
  else if (options[box.at + by]) mark(box.at + by);
  else return;
  event.preventDefault();
});
