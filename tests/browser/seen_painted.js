() => {
  FIND

  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length;
  const of = (one) => { const { left, top, width, height } = one.getBoundingClientRect(); return [left, top, width, height] };
  const found = [];
  for (const one of player.shadowRoot.querySelectorAll('*')) {
    if (!shown(one) || one.closest('[disabled],.here')) continue;
    if (one.matches('button svg, a svg')) found.push({ what: 'icon', name: one.parentElement.getAttribute('part'), box: of(one) });
    else for (const node of one.childNodes) {
      if (node.nodeType !== 3 || !node.data.trim() || one.closest('svg,option')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push({ what: 'text', name: one.className || one.getAttribute('part'), box: of(range) });
    }
  }
  return found;
}
