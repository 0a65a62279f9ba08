// The bank opens beside the sheet, else above it, until it is closed.
const { $, on } = halfhour, bank = $("#bank");
on("htmx:afterSwap", ({ detail: { target } }) => {
  if (target.id === "bank-body" && !bank.open) matchMedia("(min-width: 72rem)").matches ? bank.show() : bank.showModal();
});
bank.onclose = () => $("#add").focus();
