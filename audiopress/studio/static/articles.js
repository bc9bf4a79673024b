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

// What waits is asked for once the list is there: each article is read for it.
const waits = document.querySelector('.all .told');
const publish = document.querySelector('.all [data-publish]');
if (publish) {
  waits.textContent = 'Looking what waits';
  const found = await fetch('/waiting').then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  if (found) tellWaiting(found);
  else waits.textContent = '';
}

function tellWaiting({ articles, unseen }) {
  for (const row of document.querySelectorAll('tr[data-file]')) {
    const words = articles[row.dataset.file];
    if (!words) continue;
    const more = document.createElement('span');
    more.className = 'waits';
    more.textContent = words;
    row.querySelector('td').append(more);
  }
  const count = Object.keys(articles).length;
  publish.textContent = count ? `Publish all (${count})` : 'Publish all';
  waits.textContent = count ? '' : 'Nothing waits.';
  if (unseen) waits.textContent = `Looked at the newest; ${unseen} older ones may wait too.`;
}
