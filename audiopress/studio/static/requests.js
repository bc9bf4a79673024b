// How the pages of the window ask the window: what is wrong comes back as words.

import { rememberFocus } from './focus.js';

/** What is said where the window does not know the browser (403): it was begun again, with a new address. */
export const CLOSED = 'audiopress studio was begun again since this page came, and has a new address: open the one that it has printed last, in another tab of this browser, and do this once more here. What you typed stays in this page.';

/** Send a form's fields and return what is answered; throws an Error with the words for a person. */
export async function send(path, fields = {}) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams(fields),
  });
  return readAnswer(answer);
}

/** Send a form as its button would, and return where the window goes then; `more` are fields besides. */
export async function sendForm(form, button, more = {}) {
  const fields = new URLSearchParams(new FormData(form, button));
  for (const [name, value] of Object.entries(more)) fields.set(name, value);
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Audiopress-Form': 'sent' },
    body: fields,
  });
  return readAnswer(answer);
}

/** Go to a page of the window; the page that is there already is loaded anew, the focus where it was used. */
export function goTo(page, used) {
  rememberFocus(used);
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
    headers: { Accept: 'application/json', 'Audiopress-Form': 'sent', 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  return readAnswer(answer);
}

/** Return what the window has answered; throws an Error with the words for a person. */
export async function readAnswer(answer) {
  const told = await answer.json().catch(() => null);
  if (answer.ok && told) return told;
  if (told?.error) throw new Error(explain(told.error), { cause: told.error });
  throw new Error(answer.status === 403 ? CLOSED : 'The window does not answer as it should: is audiopress studio still running?');
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

/**
 * Send something that becomes an article, and return what is answered in the end, or null.
 *
 * Where it looks like an article that is there, a person is asked behind `place`; `act` is done once
 * more then, with the fields that say what it is. `replaces` is the file whose place it takes, if any.
 */
export async function sendAsking(place, words, act, replaces = '') {
  place.parentElement.querySelector('.question')?.remove();
  const done = await tellWhile(place, words, () => act({}));
  if (done?.have) return tellHave(place, done.have);
  if (!done?.alike) return done;
  place.textContent = '';
  const what = await ask(place, done.alike, replaces);
  return what && tellWhile(place, words, () => act(what));
}

/** Say that a file is there already, byte for byte, and where: nothing was taken. */
function tellHave(place, one) {
  place.replaceChildren('You have this already: ', makeLink(one), `, which ${one.state}${one.file ? ` (${one.file})` : ''}. Nothing was changed.`);
  return null;
}

/** Ask what something is that looks like other articles; returns the fields that say so, or null. */
function ask(place, alike, replaces) {
  const before = document.activeElement;
  const asked = document.createElement('div');
  asked.className = 'question note';
  asked.role = 'group';
  asked.ariaLabel = 'Is it there already?';
  asked.tabIndex = -1;
  const answered = new Promise((answer) => {
    const choose = (what) => () => {
      asked.remove();
      before.focus();
      answer(what);
    };
    asked.append(
      ...alike.flatMap((one) => (replaces
        ? [describeNearer(one, replaces)]
        : describeAlike(one, choose({ replaces: one.file, asked: 'yes' })))),
      replaces
        ? makeButton('Replace all the same', choose({ asked: 'yes' }))
        : makeButton('It is another article', choose({ another: 'yes' })),
      makeButton('Leave it', choose(null), 'quiet'),
    );
  });
  place.after(asked);
  asked.focus();
  return answered;
}

/** Return a link to an article, which opens beside this page. */
function makeLink({ title, page }) {
  const link = document.createElement('a');
  link.href = page;
  link.target = '_blank';
  link.textContent = title;
  return link;
}

/** Return the sentence on a file that looks like another article than the one it is to replace. */
function describeNearer(one, replaces) {
  const said = document.createElement('p');
  if (one.file === replaces) said.append('Nothing of ', makeLink(one), `, which ${one.state}, is in this file.`);
  else said.append('This looks like another article: ', makeLink(one), `, which ${one.state} (${one.why}).`);
  said.append(' Replace the file all the same? The one that is there now is kept, and can be put back.');
  return said;
}

/** Return the sentence on an article that something looks like, and the button that corrects it. */
function describeAlike({ title, state, why, file, page }, correct) {
  const said = document.createElement('p');
  const link = makeLink({ title, page });
  const what = file ? 'correct it, or is it another article?' : 'its text is not in this folder, so it is corrected where it comes from.';
  said.append('This looks like ', link, `, which ${state} (${why}): ${what}`);
  return file ? [said, makeButton('Correct it', correct, 'main', title)] : [said];
}

function makeButton(words, act, kind = '', about = '') {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = kind;
  button.textContent = words;
  if (about) button.ariaLabel = `${words}: ${about}`;
  button.addEventListener('click', act);
  return button;
}

/** Have a place take files: by a field, or dropped on it. `take` gets all of them. */
export function takeFiles(place, field, take) {
  field.addEventListener('change', () => {
    const files = [...field.files];
    field.value = '';
    if (files.length) take(files);
  });
  place.addEventListener('dragover', (event) => {
    event.preventDefault();
    place.classList.add('over');
  });
  place.addEventListener('dragleave', () => place.classList.remove('over'));
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    place.classList.remove('over');
    const files = [...event.dataTransfer.files];
    if (files.length) take(files);
  });
}

/** Return why none of several files is sent where one is wanted, or nothing. */
export function refuseSeveral(files) {
  return files.length > 1
    ? `None of the ${files.length} files was taken: one belongs here. Drop that one alone.`
    : '';
}

/** Return why a file is not sent at all, or nothing. */
export function refuseLarge(file, largest) {
  const most = Number(largest);
  return file.size > most
    ? `${file.name} has more than ${Math.round(most / 1e6)} MB, and no article has. Take the pictures out of it, or paste its text.`
    : '';
}
