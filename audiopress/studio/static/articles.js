// The list of articles: a file that is dropped becomes one.

import { refuseLarge, sendAsking, sendFile, takeFiles } from './requests.js';

const place = document.getElementById('drop');
const told = place.querySelector('.told');

/** Take one file, and return its page; what is wrong with it is told, and nothing returned. */
async function take(file) {
  const refused = refuseLarge(file, place.dataset.largest);
  told.classList.toggle('bad', Boolean(refused));
  if (refused) {
    told.textContent = refused;
    return null;
  }
  const taken = await sendAsking(told, `Reading ${file.name}`, (what) => (
    sendFile(`/take/file?${new URLSearchParams({ name: file.name, ...what })}`, file)
  ));
  return taken?.page;
}

/** Take files one after the other; of several, tell what became of each. */
async function takeAll(files) {
  const lines = [];
  for (const file of files) {
    const page = await take(file);
    if (files.length === 1) {
      if (page) location.assign(page);
      return;
    }
    lines.push(describeTaken(file, page, [...told.childNodes]));
  }
  told.classList.remove('bad');
  told.replaceChildren(...lines);
}

/** Return the line on a file: a link to its article, else why it was not taken. */
function describeTaken({ name }, page, why) {
  const line = document.createElement('span');
  line.style.display = 'block';
  if (!page) {
    line.append(`${name} was not taken. `, ...why);
    return line;
  }
  const link = document.createElement('a');
  link.href = page;
  link.textContent = name;
  line.append(link, ' was taken.');
  return line;
}

takeFiles(place, document.getElementById('file'), takeAll);

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

function tellWaiting({ articles, refused, unseen }) {
  for (const row of document.querySelectorAll('tr[data-file]')) {
    const { file } = row.dataset;
    if (articles[file]) tellInRow(row.querySelector('td'), articles[file], 'waits');
    // What its last publishing failed of is there already.
    const told = row.querySelector('.trouble');
    if (refused[file] && !told) tellInRow(row.querySelector('th'), refused[file], 'trouble');
  }
  const failed = document.querySelectorAll('.articles .trouble').length;
  const count = Object.keys(articles).length;
  publish.textContent = count ? `Publish all (${count})` : 'Publish all';
  waits.textContent = count || failed ? '' : 'Nothing waits.';
  if (failed) waits.textContent = `${failed} failed or cannot be published: the list says why.`;
  if (unseen) waits.textContent = `Looked at the newest; ${unseen} older ones may wait too.`;
}

function tellInRow(place, words, kind) {
  const more = document.createElement('span');
  more.className = kind;
  more.textContent = words;
  place.append(more);
}
