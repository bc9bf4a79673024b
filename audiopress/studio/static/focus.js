// Where the focus was, kept while the page is loaded anew: at what was used, else at what is next to it.

const FOCUS = 'audiopress-studio-focus';
const FOUND = 'a[href], button:enabled, input:not([type=hidden]):enabled, select:enabled, textarea:enabled';

/** Remember what has the focus, or `used`, for this page when it is loaded anew. */
export function rememberFocus(used = document.activeElement) {
  if (!used?.closest('main, #building')) return;
  const kind = nameKind(used);
  sessionStorage.setItem(FOCUS, JSON.stringify({
    page: location.pathname, kind, words: used.textContent, at: list(kind).indexOf(used),
  }));
}

/** Give the focus back: to the same thing, to that which has its place now, or to the headline. */
export function returnFocus() {
  const was = JSON.parse(sessionStorage.getItem(FOCUS) ?? 'null');
  sessionStorage.removeItem(FOCUS);
  if (was?.page !== location.pathname) return;
  const now = list(was.kind);
  const found = now.find((one) => was.words && one.textContent === was.words) ?? now[Math.min(was.at, now.length - 1)];
  if (found) found.focus();
  else focusHeadline();
}

/** Give the focus to the headline: what had it is there no more. */
export function focusHeadline() {
  const headline = document.querySelector('main h1');
  if (!headline) return;
  headline.tabIndex = -1;
  headline.focus();
}

function list(kind) {
  return [...document.querySelectorAll(kind)].filter((one) => one.matches(FOUND) && one.checkVisibility());
}

/** Return a selector of the things that do the same: those of the other rows too. */
function nameKind(used) {
  if (used.id) return `#${CSS.escape(used.id)}`;
  const names = Object.keys(used.dataset).map((name) => `[data-${name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}]`);
  if (names.length) return `${used.localName}${names.join('')}`;
  const form = used.form ?? used.closest('form');
  const action = form?.getAttribute('action');
  const inside = action ? `form[action="${CSS.escape(action)}"] ` : form?.id ? `#${CSS.escape(form.id)} ` : 'main ';
  return `${inside}${used.localName}${used.name ? `[name="${CSS.escape(used.name)}"]` : ':not([data-try])'}`;
}
