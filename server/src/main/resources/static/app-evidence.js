// Files can be dropped on a form, go one by one, and say how far they are. Without this file the form sends them all.
const LONGEST = 2 ** 30;

function zone(event) {
  const types = event.dataTransfer ? [...event.dataTransfer.types] : [];
  return types.includes('Files') && event.target.closest ? event.target.closest('form.upload') : null;
}
for (const kind of ['dragenter', 'dragover']) {
  document.addEventListener(kind, (event) => {
    const form = zone(event);
    if (!form) return;
    event.preventDefault();
    form.querySelector('.drop').classList.add('over');
  });
}
document.addEventListener('dragleave', (event) => {
  const form = zone(event);
  if (form && !form.contains(event.relatedTarget)) form.querySelector('.drop').classList.remove('over');
});
document.addEventListener('drop', (event) => {
  const form = zone(event);
  if (!form) return;
  event.preventDefault();
  const drop = form.querySelector('.drop');
  const input = drop.querySelector('input');
  drop.classList.remove('over');
  const chosen = new DataTransfer();
  for (const file of [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1)) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
});

// Sends one file with all else that the form holds; tells where the server then leads.
function send(form, file, alone, progressed) {
  const data = new FormData(form);
  if (!alone && data.has('title')) data.set('title', ''); // several are called by their files
  data.delete('files');
  data.append('files', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.responseType = 'document';
    request.setRequestHeader('X-CSRF-TOKEN', data.get('_csrf') ?? '');
    request.upload.addEventListener('progress', (event) => progressed(event.loaded / event.total));
    request.addEventListener('error', () => reject(new Error()));
    request.addEventListener('load', () => {
      const wrong = request.response && request.response.querySelector('.mistakes');
      // The disk is full or the database gone: the page says so in every language, ours among them.
      const outage = [503, 507].includes(request.status)
        && request.response && request.response.querySelector(`section[lang="${document.documentElement.lang}"]`);
      if (request.status === 413) reject(new Error('large'));
      else if (outage) reject(new Error(outage.textContent.trim()));
      else if (wrong) reject(new Error(wrong.textContent.trim()));
      else if (request.status >= 400) reject(new Error());
      else resolve(request.responseURL);
    });
    request.send(data);
  });
}
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('form.upload')) return;
  const input = form.querySelector('input[type="file"]');
  const files = [...input.files];
  if (!files.length) return;
  event.preventDefault();
  const box = form.querySelector('.sending');
  const bar = box.querySelector('progress');
  const words = box.querySelector('[role="status"]');
  const button = form.querySelector('button');
  const tell = (text) => { if (words.textContent !== text) words.textContent = text; };
  box.hidden = false;
  box.classList.remove('failed');
  button.disabled = true;
  let url = '';
  let sent = 0;
  try {
    for (const file of files) {
      if (file.size > LONGEST) throw new Error('large');
      tell(`${box.dataset.sending} ${file.name}`);
      url = await send(form, file, files.length === 1, (part) => {
        bar.value = (100 * (sent + part)) / files.length;
        if (sent + part === files.length) bar.removeAttribute('value'); // the server still stores it
      });
      sent++;
    }
    const next = new URL(url);
    if (next.searchParams.has('added')) next.searchParams.set('added', String(sent));
    location.assign(next);
  } catch (problem) {
    box.classList.add('failed');
    const why = problem.message === 'large' ? box.dataset.large : problem.message || box.dataset.failed;
    tell(`${files[sent].name}: ${why}`);
    button.disabled = false;
    // What has arrived is not sent again.
    const left = new DataTransfer();
    files.slice(sent).forEach((file) => left.items.add(file));
    input.files = left.files;
  }
});
