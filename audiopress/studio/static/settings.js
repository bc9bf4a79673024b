// The settings: a voice is heard before it is chosen, a sound file is added.

import { rememberFocus } from './focus.js';
import {
  explain, refuseLarge, refuseSeveral, send, sendFile, takeFiles, tellWhile,
} from './requests.js';

const form = document.querySelector('.settings');
const voices = document.getElementById('told-voices');
const music = document.getElementById('told-music');
const sound = new Audio();

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-voice]');
  if (!button) return;
  const chosen = document.getElementById(button.dataset.voice).value;
  const voice = chosen || document.getElementById('voices.body').value;
  const text = form.dataset.sample;
  sound.pause();
  const made = await tellWhile(voices, 'Speaking', () => send('/try', {
    word: text, text, say: '', language: form.dataset.language, voice,
  }));
  if (!made) return;
  sound.src = made.sound;
  await tellWhile(voices, 'Playing', () => sound.play());
  sound.onended = () => { voices.textContent = ''; };
});

/** Return what a field of the form said when the page came, as a form sends it. */
function saidBefore(field) {
  if (field.type === 'checkbox') return field.defaultChecked ? 'on' : '';
  if (!field.options) return field.defaultValue;
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0]).value;
}

/** Return what it says now. */
function saidNow(field) {
  return field.type === 'checkbox' ? (field.checked ? 'on' : '') : field.value;
}

/** Return the settings that were changed and are not saved. */
function listChanged() {
  return [...form.elements].filter((field) => field.name && field.name !== 'digest' && saidNow(field) !== saidBefore(field));
}

function markChanged(field) {
  const mark = form.querySelector(`[data-of="${CSS.escape(field.name ?? '')}"]`);
  if (!mark) return;
  const words = saidNow(field) === saidBefore(field) ? '' : 'not saved yet';
  if (mark.textContent !== words) mark.textContent = words;
}

form.addEventListener('input', ({ target }) => markChanged(target));
form.addEventListener('change', ({ target }) => markChanged(target));
// What was typed before this module came, or is there again because the browser kept it.
[...form.elements].forEach(markChanged);
window.addEventListener('pageshow', () => [...form.elements].forEach(markChanged));

/** Return what is sent: what was changed, with what it said before, so that nobody is overwritten. */
function fillIn() {
  const changed = listChanged();
  const fields = new URLSearchParams({
    digest: form.elements.digest.value,
    changed: changed.map((field) => field.name).join(' '),
  });
  for (const field of changed) {
    fields.set(field.name, saidNow(field));
    fields.set(`was.${field.name}`, saidBefore(field));
  }
  return fields;
}

/** Mark the field that is refused, where it is known; throws the Error with the words for a person. */
function refuse(error) {
  const field = form.elements[error.cause?.where ?? ''];
  if (!field) throw error;
  markWrong(field, true);
  field.focus();
  throw new Error(explain({ ...error.cause, where: '' }));
}

function markWrong(field, wrong) {
  field.ariaInvalid = wrong ? 'true' : null;
  if (wrong) field.setAttribute('aria-describedby', 'told-save');
  else field.removeAttribute('aria-describedby');
}

// Sent by this module: what is refused is told here, and what was filled in stays.
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const told = document.getElementById('told-save');
  for (const field of form.querySelectorAll('[aria-invalid]')) markWrong(field, false);
  const saved = await tellWhile(told, 'Saving', () => send('/settings/save', fillIn()).catch(refuse));
  if (!saved) return;
  form.dataset.saved = ''; // so that nobody is asked whether to leave
  rememberFocus(event.submitter ?? undefined);
  location.assign(saved.page);
});

const place = document.getElementById('take-music');
takeFiles(place, document.getElementById('music-file'), async (files) => {
  const [file] = files;
  const refused = refuseSeveral(files) || refuseLarge(file, place.dataset.largest);
  music.classList.toggle('bad', Boolean(refused));
  music.textContent = refused;
  if (refused) return;
  const taken = await tellWhile(music, `Reading ${file.name}`, () => sendFile(`/settings/music?name=${encodeURIComponent(file.name)}`, file));
  if (!taken) return;
  music.textContent = `${taken.file} may be chosen now.`;
  for (const list of document.querySelectorAll('.fields.music select')) {
    if (![...list.options].some((option) => option.value === taken.file)) list.add(new Option(taken.file, taken.file));
  }
});
