// How the pages of the window ask the window: what is wrong comes back as words.

/** Send a form's fields and return what is answered; throws an Error with the words for a person. */
export async function send(path, fields = {}) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams(fields),
  });
  return readAnswer(answer);
}

/** Send a form as its button would, and return where the window goes then. */
export async function sendForm(form, button) {
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Audiopress-Form': 'sent' },
    body: new URLSearchParams(new FormData(form, button)),
  });
  return readAnswer(answer);
}

/** Go to a page of the window; the page that is there already is loaded anew. */
export function goTo(page) {
  const to = new URL(page, location);
  if (to.pathname + to.search !== location.pathname + location.search) {
    location.assign(to);
    return;
  }
  if (to.hash) history.replaceState(null, '', to);
  location.reload();
}

/** Send a file as it is, and return what is answered. */
export async function sendFile(path, file) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  return readAnswer(answer);
}

/** Return what the window has answered; throws an Error with the words for a person. */
export async function readAnswer(answer) {
  const told = await answer.json().catch(() => null);
  if (answer.ok && told) return told;
  throw new Error(told?.error ? explain(told.error) : 'The window does not answer as it should: is audiopress studio still running?');
}

/** Return an error in one or two sentences. */
export function explain({ message, where, hint }) {
  const said = message.charAt(0).toUpperCase() + message.slice(1);
  return `${said}${where ? ` (${where})` : ''}.${hint ? ` What to do: ${hint}` : ''}`;
}

/** Do something and tell of it in `place`; what goes wrong is told there too. */
export async function tellWhile(place, words, act) {
  place.classList.remove('bad');
  place.textContent = words;
  try {
    return await act();
  } catch (error) {
    place.classList.add('bad');
    place.textContent = error instanceof TypeError
      ? 'The window does not answer: is audiopress studio still running?'
      : error.message;
    return null;
  }
}

/** Have a place take files: by a field, or dropped on it. `take` gets the first one. */
export function takeFiles(place, field, take) {
  field.addEventListener('change', () => {
    if (field.files[0]) take(field.files[0]);
    field.value = '';
  });
  place.addEventListener('dragover', (event) => {
    event.preventDefault();
    place.classList.add('over');
  });
  place.addEventListener('dragleave', () => place.classList.remove('over'));
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    place.classList.remove('over');
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
}

/** Return why a file is not sent at all, or nothing. */
export function refuseLarge(file, largest) {
  const most = Number(largest);
  return file.size > most
    ? `${file.name} has more than ${Math.round(most / 1e6)} MB, and no article has. Take the pictures out of it, or paste its text.`
    : '';
}
