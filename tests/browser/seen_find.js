/* `player` and `every(selector)`, in shadow roots too. */
  const roots = [document];
  for (const root of roots) for (const one of root.querySelectorAll('*')) if (one.shadowRoot && one.localName !== 'audiopress-player') roots.push(one.shadowRoot);
  const every = (selector) => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const players = every('audiopress-player');
  const player = players[0];
