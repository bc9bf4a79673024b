// Where one was in a script, kept while the page is loaded anew: the scroll, and the button in its paragraph.

const PLACE = 'audiopress-studio-place';

/** Remember the paragraph of a button, which stands there, or another in its place, when the page is loaded anew. */
export function rememberPlace(button) {
  const row = button?.closest('.row');
  sessionStorage.setItem(PLACE, JSON.stringify({
    page: namePage(),
    top: scrollY,
    id: row?.id ?? '',
    source: row?.querySelector('.source').textContent ?? '',
    word: Boolean(button?.matches('[data-word-row]')),
    scope: button?.value ?? '',
  }));
}

/** Scroll to where one was, and give the focus to the button that stands there now. */
export function returnToPlace() {
  const place = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
  sessionStorage.removeItem(PLACE);
  if (place?.page !== namePage()) return;
  const row = findRow(place);
  // What was left out may be folded away with what stands around it.
  const folded = row?.closest('details');
  if (folded) folded.open = true;
  scrollTo(0, place.top);
  if (row) findButton(row, place)?.focus();
}

/** What is shown, however its address is written. */
function namePage() {
  return `${location.pathname} ${new URLSearchParams(location.search)}`;
}

/** The row of the same text, and among several of one text the one at the same place. */
function findRow({ id, source }) {
  const same = [...document.querySelectorAll('.row')].filter((row) => row.querySelector('.source').textContent === source);
  return same.find((row) => row.id === id) ?? same[0] ?? (id && document.getElementById(id));
}

function findButton(row, { word, scope }) {
  const buttons = [...row.querySelectorAll(word ? '[data-word-row]' : 'form button[name="scope"]')];
  return buttons.find((button) => button.value === scope) ?? buttons[0] ?? row.querySelector('button:enabled');
}
