// The edition as listeners see it: on a desktop, on a phone; and whether all of it is right.

import { tellWhile } from './requests.js';

const frame = document.querySelector('.shown');
for (const choice of document.querySelectorAll('[name="width"]')) {
  choice.addEventListener('change', () => frame.classList.toggle('phone', choice.value === 'phone'));
}

const button = document.querySelector('[data-check]');
const told = document.querySelector('.checks');
button?.addEventListener('click', async () => {
  // Disabled it would lose the focus.
  if (button.ariaDisabled) return;
  button.ariaDisabled = 'true';
  const page = await tellWhile(told, 'Looking at every file, and listening to the sound', async () => {
    const answer = await fetch('/check', { method: 'POST', headers: { Accept: 'text/html' } });
    return answer.text();
  });
  // Of this window, and every value in it is escaped.
  if (page) told.replaceChildren(...new DOMParser().parseFromString(page, 'text/html').body.childNodes);
  button.ariaDisabled = null;
});
