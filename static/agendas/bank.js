// Beside the sheet, else above it.
const { $, on } = halfhour, bank = $("#bank");
on("htmx:afterSwap", ({ detail: { target } }) => {
  if (target.id === "bank-body" && !bank.open) matchMedia("(min-width: 72rem)").matches ? bank.show() : bank.showModal();
});
bank.onkeydown = ({ key }) => { if (key === "Escape") bank.close(); };
bank.onclose = () => $("#add").focus();
