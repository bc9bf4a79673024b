(title) => {
  FIND

  const boxOf = (one) => { const { left, top, right, bottom, width, height } = one.getBoundingClientRect(); return { left, top, right, bottom, width, height } };
  const textBox = (one) => { const range = document.createRange(); range.selectNodeContents(one); return boxOf(range) };
  player.ui.player.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const vertical = getComputedStyle(player).writingMode.startsWith('vertical');
  const headline = every('h1,h2,b').find((one) => one.textContent.includes(title.slice(0, 12)));
  const texts = every('p').filter((one) => one.textContent.length > 25 && one.getClientRects().length);
  const [box, head] = [boxOf(player.ui.player), textBox(headline)];
  const covers = (other) => Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1
    && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1;
  const controls = Object.entries(player.ui).filter(([, one]) => one.matches?.('button,select,a,input') && one.checkVisibility({ visibilityProperty: true }));
  const deepest = (x, y) => { let at = document.elementFromPoint(x, y); while (at?.shadowRoot && at !== player) at = at.shadowRoot.elementFromPoint(x, y); return at };
  const play = boxOf(player.ui.play);
  const first = texts.find((one) => headline.compareDocumentPosition(one) & 4) ?? texts[0];
  const column = boxOf(first);
  const within = controls.filter(([, one]) => { const it = boxOf(one); return it.left < box.left - 1 || it.right > box.right + 1 || it.top < box.top - 1 || it.bottom > box.bottom + 1 });
  const letters = [...player.shadowRoot.querySelectorAll('*')].filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && !one.closest('svg,option'));
  return {
    players: players.length,
    pressed: deepest(play.left + play.width / 2, play.top + play.height / 2) === player,
    below: vertical ? box.right <= head.left + 2 : box.top >= head.bottom - 2,
    covered: [...texts, headline].filter((one) => covers(textBox(one))).map((one) => one.textContent.slice(0, 30)),
    wide: box.width, column: column.width, high: box.height, vertical,
    small: controls.filter(([, one]) => { const it = boxOf(one); return Math.min(it.width, it.height) < 23.9 }).map(([name]) => name),
    outside: within.map(([name]) => name),
    letters: Math.min(...letters.map((one) => parseFloat(getComputedStyle(one).fontSize) * (one.currentCSSZoom ?? 1))),
    largest: Math.max(...letters.map((one) => parseFloat(getComputedStyle(one).fontSize) * (one.currentCSSZoom ?? 1))),
    tightest: letters.filter((one) => one.scrollHeight > one.clientHeight + 3 && one.clientHeight).map((one) => one.className),
  };
}
