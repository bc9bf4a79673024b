// The list of articles: a file that is dropped becomes one.

import { refuseLarge, sendFile, takeFiles, tellWhile } from './requests.js';

const place = document.getElementById('drop');
const told = place.querySelector('.told');

async function take(file) {
  const refused = refuseLarge(file, place.dataset.largest);
  told.classList.toggle('bad', Boolean(refused));
  if (refused) {
    told.textContent = refused;
    return;
  }
  const path = `/take/file?name=${encodeURIComponent(file.name)}`;
  const taken = await tellWhile(told, `Reading ${file.name}`, () => sendFile(path, file));
  if (taken) location.assign(taken.page);
}

takeFiles(place, document.getElementById('file'), take);

// What lands beside the field would take the window away.
for (const kind of ['dragover', 'drop']) {
  window.addEventListener(kind, (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
}
