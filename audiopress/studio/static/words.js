// The rules of the lexicon: heard, kept, taken out.

import { rememberFocus } from './focus.js';
import { send, tellWhile } from './requests.js';

const form = document.getElementById('rule');
const told = document.getElementById('told');
const sound = new Audio();
const field = (name) => document.getElementById(name);

async function hear(word, say, language) {
  sound.pause();
  const made = await tellWhile(told, `Speaking ${word}`, () => send('/try', {
    word, say, text: word, language, voice: field('voice').value,
  }));
  if (!made) return;
  sound.src = made.sound;
  await tellWhile(told, `Playing ${word}`, () => sound.play());
  sound.onended = () => { told.textContent = ''; };
}

document.addEventListener('click', ({ target }) => {
  const row = target.closest('[data-hear]')?.closest('tr');
  if (row) hear(row.dataset.word, row.dataset.say, row.dataset.language);
  if (target.closest('[data-try]') && form.reportValidity()) {
    hear(field('grapheme').value, field('say').value, form.dataset.language);
  }
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const kept = await tellWhile(told, 'Keeping it', () => send('/keep', {
    word: field('grapheme').value, say: field('say').value, language: form.dataset.language,
  }));
  if (!kept) return;
  rememberFocus(event.submitter ?? undefined);
  location.reload();
});
