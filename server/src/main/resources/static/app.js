// Everything works without this file; it only spares clicks.
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
// A one-time code is sent as soon as it is whole.
for (const code of document.querySelectorAll('input.code')) {
  code.addEventListener('input', () => {
    if (/^\d{3} ?\d{3}$/.test(code.value)) code.form.requestSubmit();
  });
}
// On a narrow screen the tabs scroll; the one that is open is in sight.
for (const tabs of document.querySelectorAll('.tabs, .top nav')) {
  const here = tabs.querySelector('[aria-current]');
  if (here) tabs.scrollLeft = here.offsetLeft - tabs.offsetLeft - 16;
}
