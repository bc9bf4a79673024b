// One article: a paragraph is heard, a word is said in another way, the file is replaced.

import { refuseLarge, send, sendFile, takeFiles, tellWhile } from './requests.js';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.&-][\p{L}\p{M}\p{N}]+)*/gu;
const script = document.querySelector('.script');
const told = document.getElementById('told');
const sound = new Audio();

// -- hearing -----------------------------------------------------------------------------------

async function hear(place, words, ask) {
  sound.pause();
  const made = await tellWhile(place, words, ask);
  if (!made) return;
  sound.src = made.sound;
  await tellWhile(place, 'Playing', () => sound.play());
  sound.onended = () => { place.textContent = ''; };
}

async function hearRow(button) {
  const row = button.closest('.row');
  if (row.classList.contains('playing')) {
    sound.pause();
    row.classList.remove('playing');
    return;
  }
  const place = row.querySelector('.told') ?? addTold(row);
  for (const other of document.querySelectorAll('.row.playing')) other.classList.remove('playing');
  row.classList.add('playing');
  button.ariaBusy = 'true';
  await hear(place, 'Speaking it', () => send('/hear', { file: script.dataset.file, number: row.dataset.number }));
  button.ariaBusy = null;
  sound.addEventListener('ended', () => row.classList.remove('playing'), { once: true });
  if (place.classList.contains('bad')) row.classList.remove('playing');
}

function addTold(row) {
  const place = document.createElement('p');
  place.className = 'told';
  place.role = 'status';
  row.querySelector('.spoken').append(place);
  return place;
}

// -- words -------------------------------------------------------------------------------------

const dialog = document.getElementById('word');
const field = (name) => document.getElementById(name);
let sentence = '';
let language = '';

function markWords(source) {
  const text = source.textContent;
  const pieces = [];
  let at = 0;
  for (const found of text.matchAll(WORD)) {
    pieces.push(text.slice(at, found.index));
    const word = document.createElement('span');
    word.className = 'word';
    word.textContent = found[0];
    pieces.push(word);
    at = found.index + found[0].length;
  }
  source.replaceChildren(...pieces, text.slice(at));
}

async function openWord(row, word) {
  const source = row.querySelector('.source');
  sentence = source.textContent;
  language = source.lang;
  field('grapheme').value = word;
  field('say').value = '';
  dialog.querySelector('.told').textContent = '';
  dialog.querySelector('.changed').hidden = true;
  dialog.showModal();
  (word ? field('say') : field('grapheme')).focus();
  if (!word) return;
  const asked = new URLSearchParams({ word, language });
  const known = await fetch(`/word?${asked}`).then((answer) => answer.json()).catch(() => null);
  if (known?.said && !field('say').value) field('say').value = known.said;
}

function tryWord(how) {
  const word = field('grapheme').value;
  return hear(dialog.querySelector('.told'), 'Speaking it', () => send('/try', {
    word,
    say: how === 'before' ? '' : field('say').value,
    text: how === 'sentence' ? sentence : word,
    language,
    voice: field('voice').value,
  }));
}

async function keepWord() {
  const place = dialog.querySelector('.told');
  const word = field('grapheme').value;
  const kept = await tellWhile(place, 'Keeping it', () => send('/keep', { word, say: field('say').value, language }));
  if (!kept) return;
  place.textContent = `Kept: ${word} is said so in ${kept.language} from now on (${kept.file}).`;
  tellChanged(kept.changed);
  dialog.addEventListener('close', () => location.reload(), { once: true });
}

function tellChanged(changed) {
  const place = dialog.querySelector('.changed');
  place.hidden = false;
  const head = document.createElement('p');
  head.textContent = changed.length
    ? `Published paragraphs that the next publishing says anew: ${changed.length}`
    : 'Nothing that is published says it.';
  const list = document.createElement('ul');
  for (const one of changed) {
    const item = document.createElement('li');
    item.textContent = `${one.title}: ${one.source}`;
    list.append(item);
  }
  place.replaceChildren(head, list);
}

// -- what is clicked -----------------------------------------------------------------------------

if (script) {
  for (const source of script.querySelectorAll('.row:not(.left-out) .source')) markWords(source);
  script.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-hear-row]');
    if (button) hearRow(button);
    const row = target.closest('.row:not(.left-out)');
    if (!row) return;
    // Several words that were marked are one name.
    const marked = String(getSelection()).trim();
    if (target.closest('[data-word-row]')) openWord(row, marked);
    else if (target.closest('.word')) openWord(row, marked || target.textContent);
  });
  dialog.addEventListener('click', ({ target }) => {
    const how = target.closest('[data-hear]')?.dataset.hear;
    if (how) tryWord(how);
    if (target.closest('[data-keep]')) keepWord();
  });
  // Enter hears it, which is what one wants ten times before it is kept.
  field('say').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    tryWord('after');
  });
  dialog.addEventListener('close', () => sound.pause());
}

// -- another file ------------------------------------------------------------------------------

const place = document.getElementById('replace');
if (place) {
  takeFiles(place, document.getElementById('file'), async (file) => {
    const refused = refuseLarge(file, place.dataset.largest);
    told.classList.toggle('bad', Boolean(refused));
    told.textContent = refused;
    if (refused) return;
    const asked = new URLSearchParams({ name: file.name, replaces: place.dataset.file });
    const taken = await tellWhile(told, `Reading ${file.name}`, () => sendFile(`/take/file?${asked}`, file));
    if (taken) location.assign(taken.page);
  });
}
