// The settings: a voice is heard before it is chosen, a sound file is added.

import { refuseLarge, send, sendFile, takeFiles, tellWhile } from './requests.js';

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

// Sent by this module: what is refused is told here, and what was filled in stays.
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const told = document.getElementById('told-save');
  const saved = await tellWhile(told, 'Saving', () => send('/settings/save', new FormData(form)));
  if (!saved) return;
  form.dataset.saved = ''; // so that nobody is asked whether to leave
  location.assign(saved.page);
});

const place = document.getElementById('take-music');
takeFiles(place, document.getElementById('music-file'), async (file) => {
  const refused = refuseLarge(file, place.dataset.largest);
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
