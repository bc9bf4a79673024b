// @ts-check
/**
 * How the player looks. A constructed style sheet needs no `style-src` and no second request: it
 * holds under a strict policy on another host's page, and nothing flashes unstyled. A site changes
 * custom properties `--ap-…` or a `::part()`; see `docs/player.md`.
 */

const TEXT = `
:host{display:block;margin-block:1rem;
--paper:var(--ap-paper,#fbfaf7);--ink:var(--ap-ink,#1a1917);--quiet:var(--ap-quiet,#5f5b54);--rule:var(--ap-rule,#dcd7cc);--accent:var(--ap-accent,#9c2a1f);--soft:var(--ap-soft,#efece4);--wave:var(--ap-wave,#b4aea1);
--text:var(--ap-text-font,Georgia,"Times New Roman","Noto Naskh Arabic",serif)}
@supports (color:light-dark(red,red)){:host{
--paper:var(--ap-paper,light-dark(#fbfaf7,#1b1a18));--ink:var(--ap-ink,light-dark(#1a1917,#f0ede6));--quiet:var(--ap-quiet,light-dark(#5f5b54,#aaa49a));--rule:var(--ap-rule,light-dark(#dcd7cc,#3b3833));--accent:var(--ap-accent,light-dark(#9c2a1f,#f2917f));--soft:var(--ap-soft,light-dark(#efece4,#2a2825));--wave:var(--ap-wave,light-dark(#b4aea1,#68635a))}}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box;margin:0}
.frame{container-type:inline-size;background:var(--paper);color:var(--ink);border-block:1px solid var(--rule);text-align:start;
font:.875rem/1.35 var(--ap-font,system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif)}
.card{border:1px solid var(--rule);border-radius:.375rem}
.player{display:grid;grid-template:"play head" auto "play seek" auto "tools tools" auto "status status" auto/auto minmax(0,1fr);column-gap:.875rem;align-items:center;padding:.75rem .25rem .375rem}
.card>*{padding-inline:.875rem}
button,select,input,a{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;appearance:none;border-radius:.25rem;-webkit-tap-highlight-color:transparent}
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
.label{font:1.0625rem/1.3 var(--text);min-inline-size:0}
.title{display:none}
.length,.meta,.now,.left,.when{color:var(--quiet)}
.now,.left,.meta,.when,.lists{font-size:.8125rem;font-variant-numeric:tabular-nums}
.seek{grid-area:seek;display:flex;align-items:center;gap:.625rem}
.now,.left{min-inline-size:2.25rem}
.left{text-align:end}
.track{position:relative;flex:1;block-size:2rem}
.wave{position:absolute;inset:0 1px}
.wave:empty{inset-block:calc(50% - 1px);background:linear-gradient(var(--accent),var(--accent)) 0/calc(var(--played)*100%) no-repeat var(--wave)}
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
select{font-weight:600;padding-inline:.375rem;text-align:center;text-align-last:center}
option{color:#1a1917;background:#fff}
.status{grid-area:status;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;padding-block:.25rem;overflow-wrap:anywhere}
[part~=retry]{border:1px solid var(--rule);font-weight:600;min-block-size:2rem}
[data-state=failed] .words{color:var(--accent)}
.tools [part~=close]{display:none}
.list{border-block-start:1px solid var(--rule);max-block-size:min(24rem,60vh);overflow:auto;overscroll-behavior:contain;position:relative;padding:.5rem .25rem}
ol{list-style:none;padding:0}
.row{display:flex;gap:.75rem;inline-size:100%;min-block-size:2.25rem;padding:.375rem .5rem;text-align:start;align-items:baseline}
.row :not(.when){flex:1}
:is(.row,.when):hover,[aria-current]{background:var(--soft)}
[aria-current]{box-shadow:inset 3px 0 var(--accent)}
[dir=rtl] [aria-current]{box-shadow:inset -3px 0 var(--accent)}
.text li{display:grid;grid-template-columns:3.25rem minmax(0,1fr);align-items:baseline;border-radius:.25rem}
.text .when{min-block-size:2rem;text-align:end;padding-inline-end:.5rem}
.text p{padding:.3rem .5rem;font:1.0625rem/1.5 var(--text);cursor:pointer}
.text .heading,.text .headline{font-weight:700}
.text .byline{color:var(--quiet)}
::highlight(ap-word-read){background-color:color-mix(in srgb,#f5a400 46%,transparent)}
@container (min-width:31.01rem){.tools{padding-inline-start:3.625rem}}
@container (max-width:31rem){
.player{grid-template-areas:"play head" "seek seek" "tools tools" "status status";row-gap:.375rem}
.player [part~=play]{inline-size:2.75rem;block-size:2.75rem}
.head{flex-direction:column}
.wave path{stroke-width:1.25px}
.tools{justify-content:space-between}
.player :is(.moves,.ends)>*,.player select{min-inline-size:2.125rem}
.lists{order:1;flex-basis:100%;margin:0;justify-content:space-between}
}
.bar .player{grid-template:"play head seek tools" auto "status status status status" auto/auto minmax(6rem,18rem) minmax(0,1fr) auto;padding:.375rem .75rem;max-inline-size:80rem;margin-inline:auto;row-gap:0}
.bar [part~=play]{inline-size:2.5rem;block-size:2.5rem}
.bar .label{font-size:.9375rem;inline-size:100%;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.bar .tools{padding:0;margin:0;flex-wrap:nowrap}
.bar .lists{order:0;flex-basis:auto;margin:0}
.bar .listen,.bar .lists :not([part~=transcript]),.bar .length{display:none}
.bar .title{display:inline}
.stuck{position:fixed;inset:auto 0 0;z-index:2147483000;box-shadow:0 -2px 12px #0002;padding-block-end:env(safe-area-inset-bottom)}
.stuck .tools [part~=close]{display:grid}
.stuck :is(.lists,.list,[part~=download],[part~=share]){display:none}
@container (max-width:47rem){
.bar .player{grid-template:"seek seek seek" auto "play head tools" auto "status status status" auto/auto minmax(0,1fr) auto;padding:0 .5rem .375rem}
.bar .seek{margin-inline:-.5rem}
.bar .track{block-size:1.5rem}
.bar :is(.now,.left,[part~=previous],[part~=next],[part~=download],[part~=share]){display:none}
}
@container (max-width:26rem){.bar :is(.lists,[part~=forward],.meta){display:none}}
.here{position:fixed;inset:auto;display:grid;place-items:center;inline-size:2rem;block-size:2rem;border-radius:50%;background:var(--ink);color:var(--paper);box-shadow:0 1px 4px #0003}
.here:not(.shown,:focus-visible){opacity:0;pointer-events:none}
@media (prefers-reduced-motion:reduce){*{animation:none!important}}
@media (forced-colors:active){[part~=play],.here{border:1px solid}.wave path{stroke:GrayText}.heard path{stroke:Highlight}}
@media print{:host{display:none}}
`;

/** @type {CSSStyleSheet|undefined} */
let made;

/** One sheet for all players of a page. */
export function sheet() {
  if (!made) (made = new CSSStyleSheet()).replaceSync(TEXT);
  return made;
}
