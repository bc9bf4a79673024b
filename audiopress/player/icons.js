/** Paths of what is pressed, in a square of 24. */

const ICONS = {
  play: 'M8 5.2v13.6c0 .8.9 1.3 1.6.8l10-6.8c.6-.4.6-1.2 0-1.6l-10-6.8C8.9 3.9 8 4.4 8 5.2z',
  pause: 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z',
  back: 'M12 5V1.8L7 6l5 4.2V7a6 6 0 1 1-6 6H4a8 8 0 1 0 8-8z',
  forward: 'M12 5V1.8L17 6l-5 4.2V7a6 6 0 1 0 6 6h2a8 8 0 1 1-8-8z',
  previous: 'M6 5h2v14H6zM18 5.8v12.4L9.5 12z',
  next: 'M16 5h2v14h-2zM6 5.8v12.4l8.5-6.2z',
  download: 'M11 3h2v9.2l3.3-3.3 1.4 1.4L12 16l-5.7-5.7 1.4-1.4 3.3 3.3zM5 18h14v2H5z',
  share: 'M12 2l4.7 4.7-1.4 1.4L13 5.8V15h-2V5.8L8.7 8.1 7.3 6.7zM5 11h3v2H7v7h10v-7h-1v-2h3v11H5z',
  device: 'M4 5h16v11h-4v-2h2V7H6v7h2v2H4zM12 13l5 6H7z',
  more: 'M5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM19 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  options: 'M4 7h9v2H4zM14 5h2v6h-2zM17 7h3v2h-3zM4 15h3v2H4zM8 13h2v6H8zM11 15h9v2h-9z',
  close: 'M6 7l1-1 11 11-1 1zM17 6l1 1L7 18l-1-1z',
};

/** @param {string} name @param {Record<string, any>} attributes @param {Node[]} children */
export function draw(name, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** @param {keyof typeof ICONS} name @param {string} [inside] digits shown within */
export function icon(name, inside = '') {
  const digits = draw('text', { x: 12, y: 15.6 });
  digits.textContent = inside;
  return draw('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, draw('path', { d: ICONS[name] }), digits);
}
