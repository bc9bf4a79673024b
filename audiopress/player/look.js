/** Elements without markup: no string is parsed as HTML, so no title can become a tag. */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, any>} [attributes]
 * @param {(Node|string)[]} children
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') element.onclick = value;
    else if (value !== false) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

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
  close: 'M6 7l1-1 11 11-1 1zM17 6l1 1L7 18l-1-1z',
};

const BARS = 90;

function draw(name, attributes, ...children) {
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

/** Twice: what is to come and what was heard, cut off at the position. @param {number[]} peaks */
export function waves(peaks) {
  if (peaks.length < 8) return [];
  const step = Math.max(1, peaks.length / BARS);
  let d = '';
  for (let at = 0; at * step < peaks.length; at += 1) {
    const half = Math.max(3, 50 * Math.max(...peaks.slice(Math.floor(at * step), Math.ceil((at + 1) * step))));
    d += `M${at + 0.5} ${50 - half}V${50 + half}`;
  }
  const viewBox = `0 0 ${Math.ceil(peaks.length / step)} 100`;
  return ['to-come', 'heard'].map((name) =>
    draw('svg', { class: name, viewBox, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, draw('path', { d })));
}

/** A constructed sheet: no `style-src`, no second request, no flash. `docs/player.md` tells the properties. */

const TEXT = `
:host{display:block;margin-block:1rem;
--paper:var(--ap-paper,light-dark(#fbfaf7,#1b1a18));--ink:var(--ap-ink,light-dark(#1a1917,#f0ede6));--quiet:var(--ap-quiet,light-dark(#5f5b54,#aaa49a));--rule:var(--ap-rule,light-dark(#dcd7cc,#3b3833));--accent:var(--ap-accent,light-dark(#9c2a1f,#f2917f));--soft:var(--ap-soft,light-dark(#efece4,#2a2825));--wave:var(--ap-wave,light-dark(#b4aea1,#68635a));
--text:var(--ap-text-font,Georgia,serif)}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box;margin:0}
.frame{container-type:inline-size;background:var(--paper);color:var(--ink);border-block:1px solid var(--rule);text-align:start;
font:.875rem/1.35 var(--ap-font,system-ui,sans-serif)}
.card{border:1px solid var(--rule);border-radius:.375rem}
.player{display:grid;grid-template:"play head" auto "play seek" auto "tools tools" auto "status status" auto/auto minmax(0,1fr);column-gap:.875rem;align-items:center;padding:.75rem .25rem .375rem}
.card>*{padding-inline:.875rem}
button,select,input,a{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;appearance:none;border-radius:.25rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
svg{display:block;width:1.25rem;height:1.25rem;fill:currentColor}
svg text{font:700 7.5px system-ui,sans-serif;text-anchor:middle}
[part~=play]{grid-area:play;display:grid;place-items:center;inline-size:3.25rem;block-size:3.25rem;border-radius:50%;background:var(--ink);color:var(--paper)}
[part~=play] svg{width:1.75rem;height:1.75rem}
[part~=play]:hover{background:var(--accent)}
[data-state=loading] [part~=play] svg{animation:wait 1s infinite alternate}
@keyframes wait{to{opacity:.3}}
.head{grid-area:head;display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 .75rem}
.listen,.title{font-weight:700}
.label{font:1.0625rem/1.375rem var(--text);min-inline-size:0}
.title{display:none}
.length{white-space:nowrap}
.length,.meta,.now,.left,.when{color:var(--quiet)}
.now,.left,.meta,.when,.lists{font-size:.8125rem;font-variant-numeric:tabular-nums}
.seek{grid-area:seek;display:flex;align-items:center;gap:.625rem}
.now,.left{min-inline-size:2.25rem}
.left{text-align:end}
.track{position:relative;flex:1;block-size:2rem}
.wave{position:absolute;inset:0 1px}
.wave:empty{background:linear-gradient(var(--accent),var(--accent)) 0/calc(var(--played)*100%) 2px no-repeat,linear-gradient(var(--wave),var(--wave)) 0/100% 2px no-repeat}
.wave svg{position:absolute;inline-size:100%;block-size:100%}
.wave path{fill:none;stroke:var(--wave);stroke-width:2px;vector-effect:non-scaling-stroke}
.heard{clip-path:inset(0 calc(100% - var(--played)*100%) 0 0)}
.heard path{stroke:var(--accent)}
input{position:absolute;inset:0;inline-size:100%;block-size:100%}
input::-webkit-slider-runnable-track{block-size:100%}
input::-webkit-slider-thumb{appearance:none;inline-size:3px;block-size:100%;background:var(--accent);border-radius:2px}
input::-moz-range-thumb{inline-size:3px;block-size:100%;background:var(--accent);border:0;border-radius:2px}
.tools{grid-area:tools;display:flex;align-items:center;flex-wrap:wrap;gap:.125rem .375rem;margin-block-start:.25rem}
.moves,.lists,.ends{display:flex;align-items:center;gap:.125rem}
.lists{margin-inline-start:auto}
.tools button,.tools a,select{display:grid;place-items:center;min-inline-size:2.25rem;min-block-size:2.25rem;color:var(--quiet)}
:is(.tools button,.tools a,select):hover{background:var(--soft);color:var(--ink)}
:disabled{opacity:.4;pointer-events:none}
[part~=back] svg,[part~=forward] svg{width:1.5rem;height:1.5rem}
.tools .lists button,[part~=retry]{padding-inline:.5rem;color:var(--ink)}
[aria-expanded=true]{background:var(--soft);box-shadow:inset 0 -2px var(--accent)}
select{font-weight:600;inline-size:3.125rem;text-align:center;text-align-last:center}
option{color:#1a1917;background:#fff}
.status{grid-area:status;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;overflow-wrap:anywhere}
.words:not(:empty){padding-block:.375rem}
[part~=retry]{border:1px solid var(--rule);font-weight:600;min-block-size:2rem}
[data-state=failed] .words{color:var(--accent)}
.tools [part~=close]{display:none}
.list{border-block-start:1px solid var(--rule);max-block-size:min(24rem,60vh);overflow:auto;overscroll-behavior:contain;position:relative;padding:.5rem .25rem}
ol{list-style:none;padding:0}
@container (min-width:34.01rem){.player{padding-inline:.75rem}}
@container (min-width:40rem){.tools{padding-inline-start:3.625rem}}
@container (max-width:34rem){
.player{grid-template-areas:"play head" "seek seek" "tools tools" "status status";row-gap:.375rem}
.player [part~=play]{inline-size:2.75rem;block-size:2.75rem}
.head{flex-direction:column}
.meta{min-block-size:1.35em}
.wave path{stroke-width:1.25px}
.tools{justify-content:space-between}
.player :is(.moves,.ends)>*,.player select{min-inline-size:2.125rem}
.label{font-size:clamp(.8125rem,4.4cqi,1rem)}
.lists{order:1;min-block-size:2.25rem;flex-basis:100%;margin:0;justify-content:space-between}
}
@media (prefers-reduced-motion:reduce){*{animation:none!important}}
@media (forced-colors:active){[part~=play]{border:1px solid}.wave path{stroke:GrayText}.heard path{stroke:Highlight}}
@media print{.frame{display:none}}
`;

export const SHEET = sheetOf(TEXT);

/** @param {string} text */
export function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
