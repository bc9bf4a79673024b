// One article: a paragraph is heard, a word is said in another way, the file is replaced.

import { rememberPlace, returnToPlace } from './places.js';
import {
  refuseLarge, refuseSeveral, send, sendAsking, sendFile, takeFiles, tellWhile,
} from './requests.js';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.&-][\p{L}\p{M}\p{N}]+)*/gu;
const script = document.querySelector('.script');
const told = document.getElementById('told');
const sound = new Audio();

// -- hearing -----------------------------------------------------------------------------------

let playing = null; // where it is told what sounds, or is about to
let asked = 0; // number of the last wish: what comes of an earlier one is not played over it

function stop() {
  asked += 1;
  sound.pause();
  if (playing) playing.textContent = '';
  playing = null;
  for (const row of document.querySelectorAll('.row.playing')) {
    row.classList.remove('playing');
    row.querySelector('[data-hear-row] span').textContent = '▶';
  }
}

async function hear(place, words, ask) {
  const mine = asked;
  playing = place;
  const made = await tellWhile(place, words, ask);
  if (mine !== asked && place !== playing) place.textContent = '';
  if (!made || mine !== asked) return;
  sound.src = made.sound;
  sound.onended = stop;
  await tellWhile(place, 'Playing', () => sound.play().catch((error) => {
    if (mine === asked) throw error; // else it was stopped before it had begun
  }));
}

async function hearRow(button) {
  const row = button.closest('.row');
  const again = row.classList.contains('playing');
  stop();
  if (again) return;
  const place = row.querySelector('.told') ?? addTold(row);
  row.classList.add('playing');
  button.firstElementChild.textContent = '■';
  button.ariaBusy = 'true';
  await hear(place, 'Speaking it', () => send('/hear', { file: script.dataset.file, number: row.dataset.number }));
  button.ariaBusy = null;
  if (place.classList.contains('bad')) stop();
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
let row = null; // the paragraph that the word is in
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

async function openWord(of, word) {
  row = of;
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

/** Whether both fields have something; says what is missing. */
function isFilled(how) {
  const [word, say] = [field('grapheme'), field('say')];
  const empty = !word.value.trim() ? word : how !== 'before' && !say.value.trim() ? say : null;
  const place = dialog.querySelector('.told');
  place.classList.toggle('bad', Boolean(empty));
  if (!empty) return true;
  place.textContent = empty === word ? 'Write the word first, as it stands in the article.' : 'Write first how it is to be said.';
  empty.focus();
  return false;
}

function tryWord(how) {
  if (!isFilled(how)) return null;
  const word = field('grapheme').value;
  stop();
  return hear(dialog.querySelector('.told'), 'Speaking it', () => send('/try', {
    word,
    say: how === 'before' ? '' : field('say').value,
    text: how === 'sentence' ? sentence : word,
    language,
    voice: field('voice').value,
  }));
}

async function keepWord() {
  if (!isFilled('keep')) return;
  const place = dialog.querySelector('.told');
  const word = field('grapheme').value;
  const kept = await tellWhile(place, 'Keeping it', () => send('/keep', { word, say: field('say').value, language }));
  if (!kept) return;
  place.textContent = `Kept: ${word} is said so in ${kept.language} from now on (in the show’s own list of words, ${kept.file}).`;
  tellChanged(kept.changed);
  const opener = row?.querySelector('[data-word-row]');
  dialog.addEventListener('close', () => {
    rememberPlace(opener);
    location.reload();
  }, { once: true });
}

function tellChanged(changed) {
  const place = dialog.querySelector('.changed');
  place.hidden = false;
  const count = changed.reduce((sum, one) => sum + one.lines.length, 0);
  const head = document.createElement('p');
  head.textContent = changed.length
    ? `What is published and the next publishing says anew: ${count} ${count === 1 ? 'paragraph' : 'paragraphs'} in ${changed.length} ${changed.length === 1 ? 'article' : 'articles'}`
    : 'Nothing that is published says it.';
  place.replaceChildren(head, ...changed.flatMap(describeChanged));
}

/** Return the name of a published article and, below it, its paragraphs that a word changes. */
function describeChanged({ title, page, version, lines }) {
  const name = document.createElement('p');
  const link = document.createElement('a');
  link.href = page;
  link.target = '_blank';
  link.textContent = title;
  name.append(link, version > 1 ? ` (version ${version} of it)` : '');
  const list = document.createElement('ul');
  for (const line of lines) {
    const item = document.createElement('li');
    item.textContent = line === title ? 'its headline' : line;
    list.append(item);
  }
  return [name, list];
}

// -- what is clicked -----------------------------------------------------------------------------

if (script) {
  for (const source of script.querySelectorAll('.row:not(.left-out) .source')) markWords(source);
  script.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-hear-row]');
    if (button) hearRow(button);
    const clicked = target.closest('.row:not(.left-out)');
    if (!clicked) return;
    // Several words that were marked are one name.
    const marked = String(getSelection()).trim();
    if (target.closest('[data-word-row]')) openWord(clicked, marked);
    else if (target.closest('.word')) openWord(clicked, marked || target.textContent);
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
  dialog.addEventListener('close', stop);
}

// -- notes and tables ---------------------------------------------------------------------------

// What a link leads to may lie in a list that is folded.
document.addEventListener('click', ({ target }) => {
  const link = target.closest('[data-place]');
  const row = link && document.getElementById(link.hash.slice(1));
  const folded = row?.closest('details');
  if (folded) folded.open = true;
});

// -- where one was -------------------------------------------------------------------------------

document.addEventListener('submit', ({ target, submitter }) => {
  if (new URL(target.action).pathname === '/line') rememberPlace(submitter);
});
returnToPlace();

// -- another file ------------------------------------------------------------------------------

const place = document.getElementById('replace');
if (place) {
  takeFiles(place, document.getElementById('file'), async (files) => {
    const [file] = files;
    const refused = refuseSeveral(files) || refuseLarge(file, place.dataset.largest);
    told.classList.toggle('bad', Boolean(refused));
    told.textContent = refused;
    if (refused) return;
    const asked = { name: file.name, replaces: place.dataset.file };
    const taken = await sendAsking(told, `Reading ${file.name}`, (what) => (
      sendFile(`/take/file?${new URLSearchParams({ ...asked, ...what })}`, file)
    ), asked.replaces);
    if (taken) location.assign(taken.page);
  });
}
