/**
 * Titles are searched in the reader's browser: the list is fetched when the field is first used, and
 * nothing of what is typed leaves the page. Without script there is no field.
 */

const field = document.getElementById('find');
const said = document.querySelector('.search output');
const list = document.querySelector('.found');
const usual = document.querySelectorAll('.day, .pages');

/** Without accents and case, so that "zoe" finds "Zoë". @param {string} text */
const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** @type {Promise<any[]>|undefined} */
let titles;
const fetchTitles = () => (titles ??= fetchAll().catch(() => (titles = undefined)));

const fetchList = (name) => fetch(name).then((answer) => answer.json());

/** Those of a large edition lie in several files, of which only the newest grows. */
async function fetchAll() {
  const { titles: newest, older = 0 } = await fetchList('titles.json');
  const names = Array.from({ length: older }, (_, number) => `titles-${older - number}.json`);
  const lists = [newest, ...(await Promise.all(names.map(fetchList))).map((json) => json.titles)];
  return lists.flat().map((one) => ({ ...one, folded: fold(`${one.title} ${one.section}`) }));
}

/** A name and its content, never markup. @param {string} name @param {string} text */
function make(name, text, attributes = {}) {
  const element = document.createElement(name);
  element.textContent = text;
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
}

function shown({ title, page, language, direction, section, date, day }) {
  const item = make('li', '', { lang: language, dir: direction });
  const head = document.createElement('h2');
  head.append(make('a', title, { href: page }));
  const about = make('p', '', { class: 'about' });
  if (section) about.append(make('span', section));
  about.append(make('time', day, { datetime: date }));
  item.append(head, about);
  return item;
}

async function search() {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  const all = words.length ? await fetchTitles() : [];
  if (fold(field.value).split(/\s+/).filter(Boolean).join() !== words.join()) return; // typed on
  const found = (all ?? []).filter(({ folded }) => words.every((word) => folded.includes(word)));
  usual.forEach((part) => (part.hidden = words.length > 0));
  list.hidden = !words.length;
  list.replaceChildren(...found.slice(0, 200).map(shown));
  const { found: many, nothing, failed } = said.dataset;
  said.textContent = !words.length ? '' : !all ? failed : found.length ? many.replace('{}', found.length) : nothing;
}

field.addEventListener('focus', fetchTitles);
field.addEventListener('input', search);
field.form.addEventListener('submit', (event) => {
  event.preventDefault();
  search();
});
if (field.value) search(); // a browser that went back kept the words
