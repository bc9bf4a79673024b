// On every page of the window: publishing and deploys, told as it goes; questions before what is not undone;
// code that is copied.

import { focusHeadline, rememberFocus, returnFocus } from './focus.js';
import { CLOSED, explain, goTo, send, sendAsking, sendForm, tellWhile } from './requests.js';

const EVERY = 400; // milliseconds between two questions how far it is: quick enough to look alive
const bar = document.getElementById('building');
const words = bar.querySelector('.told');
const meter = bar.querySelector('progress');
const outcome = bar.querySelector('.outcome');
const others = bar.querySelector('.others');
const WATCHED = 'audiopress-studio-watched'; // the number of a build: its end, or a later one's, is told once
const seen = Number(document.body.dataset.ended ?? Infinity); // the number of the last build whose end the page has seen
let last = seen; // the number of the last build that is known of

// The page has room below for as much as the bar covers of it.
new ResizeObserver(() => document.documentElement.style.setProperty('--covered', `${bar.offsetHeight}px`)).observe(bar);

function show(state) {
  last = state.number;
  bar.hidden = false;
  bar.classList.toggle('running', state.running);
  meter.hidden = !state.running;
  if (state.part === null) meter.removeAttribute('value');
  else meter.value = state.part;
  if (words.textContent !== state.words) words.textContent = state.words;
  words.classList.toggle('bad', state.errors.length > 0);
  outcome.replaceChildren(
    ...state.errors.map((error) => item(explain(error), 'bad')),
    ...state.articles.map((one) => item(`${one.title}: ${one.state}${one.why ? ` (${one.why})` : ''}`)),
    ...state.notes.map((note) => item(note, 'soft')),
  );
  tellOthers(state.others);
  for (const button of document.querySelectorAll('[data-publish], [data-deploy]')) {
    button.ariaDisabled = state.running ? 'true' : null;
  }
}

/** What names commands and settings is for whoever looks after the edition. */
function tellOthers(notes) {
  others.hidden = notes.length === 0;
  others.firstElementChild.textContent = `For whoever looks after audiopress here (${notes.length})`;
  others.lastElementChild.replaceChildren(...notes.map((note) => item(note)));
}

function item(text, kind = '') {
  const made = document.createElement('li');
  made.textContent = text;
  made.className = kind;
  return made;
}

async function follow(reload) {
  for (;;) {
    const answer = await fetch('/building').catch(() => null);
    if (!answer?.ok) {
      words.textContent = answer?.status === 403 ? CLOSED : 'The window does not answer: is audiopress studio still running?';
      return;
    }
    const state = await answer.json();
    show(state);
    if (!state.running) {
      // What the page says of the article is old now; the bar goes on telling what was done. Where
      // something is typed the page stays, old as it is.
      if (!reload || isTyped()) return;
      sessionStorage.setItem(WATCHED, state.number);
      rememberFocus();
      location.reload();
      return;
    }
    await new Promise((done) => setTimeout(done, EVERY));
  }
}

async function begin(path, fields) {
  bar.hidden = false;
  outcome.replaceChildren();
  if (await tellWhile(words, 'Beginning', () => send(path, fields))) await follow(true);
}

document.addEventListener('click', async ({ target }) => {
  const publish = target.closest('[data-publish]');
  if (publish) await begin('/publish', { file: publish.dataset.publish });
  if (target.closest('[data-deploy]')) await begin('/deploy');
  if (target.closest('[data-close]')) {
    bar.hidden = true;
    focusHeadline();
  }
  const copy = target.closest('[data-copy]');
  if (copy) {
    const field = document.getElementById(copy.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value).catch(() => document.execCommand('copy'));
    copy.textContent = 'Copied';
  }
});

let sent = null; // the form that is on its way: what is typed in it is not lost

// Forms are sent from here: what is refused is told beside them, and what was typed stays.
document.addEventListener('submit', async (event) => {
  const { target, submitter } = event;
  if (event.defaultPrevented || target.method !== 'post') return;
  event.preventDefault();
  const question = target.dataset.confirm;
  if (target.ariaBusy || (question && !confirm(question))) return;
  const done = await sendAsking(tellBeside(target), target.dataset.doing ?? '', async (what) => {
    target.ariaBusy = 'true';
    return sendForm(target, submitter, what).finally(() => { target.ariaBusy = null; });
  });
  if (!done) return;
  sent = target;
  // What it begins may have ended before the next page comes: that page tells it.
  if (Number.isFinite(last)) sessionStorage.setItem(WATCHED, last + 1);
  goTo(done.page, submitter ?? undefined);
});

/** Return where it is told what became of a form; a place is made where it has none. */
function tellBeside(form) {
  const known = form.querySelector('.told');
  if (known) return known;
  const made = document.createElement('span');
  made.className = 'told';
  made.role = 'status';
  form.append(made);
  return made;
}

/** Whether a field says something else than when the page came. */
function isChanged(field) {
  if (field.type === 'checkbox') return field.checked !== field.defaultChecked;
  if (!field.options) return field.value !== field.defaultValue;
  const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
  return !chosen.selected;
}

/** Whether something is typed in the page that a page loaded anew would not have. */
function isTyped() {
  const fields = document.querySelectorAll(':is(.paste, .address) :is(input:not([type=hidden]), textarea), .settings:not([data-saved]) :is(input, select):not([type=file])');
  return [...fields].some((one) => one.form !== sent && isChanged(one));
}

// The browser asks, in its own words, before what was typed is lost.
window.addEventListener('beforeunload', (event) => {
  if (isTyped()) event.preventDefault();
});

returnFocus();
const first = await fetch('/building').then((answer) => answer.json()).catch(() => null);
const watched = Number(sessionStorage.getItem(WATCHED) ?? Infinity);
sessionStorage.removeItem(WATCHED);
if (first) last = first.number;
if (first?.running) await follow(true);
else if (first?.number > seen) {
  // It ended between the page and this module: what the page says is old.
  sessionStorage.setItem(WATCHED, first.number);
  if (isTyped()) show(first);
  else {
    rememberFocus();
    location.reload();
  }
} else if (first?.number >= watched) show(first);
