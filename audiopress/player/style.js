// @ts-check
/**
 * How the player looks. A constructed style sheet needs no `style-src` and no second request, so
 * it holds under a strict policy on another host's page, and nothing flashes unstyled.
 * What a site may change is a custom property `--ap-…` or a `::part()`; see `docs/player.md`.
 */

const CSS_TEXT = `
:host{display:block;margin-block:1rem;text-align:start;
  --paper:var(--ap-paper,#fbfaf7);--ink:var(--ap-ink,#1a1917);--quiet:var(--ap-quiet,#5f5b54);
  --rule:var(--ap-rule,#dcd7cc);--accent:var(--ap-accent,#9c2a1f);--soft:var(--ap-soft,#efece4);--wave:var(--ap-wave,#b4aea1)}
@supports (color:light-dark(red,red)){:host{
  --paper:var(--ap-paper,light-dark(#fbfaf7,#1b1a18));--ink:var(--ap-ink,light-dark(#1a1917,#f0ede6));
  --quiet:var(--ap-quiet,light-dark(#5f5b54,#aaa49a));--rule:var(--ap-rule,light-dark(#dcd7cc,#3b3833));
  --accent:var(--ap-accent,light-dark(#9c2a1f,#f2917f));--soft:var(--ap-soft,light-dark(#efece4,#2a2825));
  --wave:var(--ap-wave,light-dark(#b4aea1,#68635a))}}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box}
.frame{container-type:inline-size;background:var(--paper);color:var(--ink);border-block:1px solid var(--rule);
  font:.875rem/1.35 var(--ap-font,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif);
  -webkit-text-size-adjust:100%}
:host([layout=card]) .frame{border:1px solid var(--rule);border-radius:var(--ap-radius,.375rem)}
.player{display:grid;grid-template:"play head" auto "play seek" auto "tools tools" auto "status status" auto/auto minmax(0,1fr);
  column-gap:.875rem;align-items:center;padding:.75rem .25rem .5rem;--played:0}
:host([layout=card]) .player{padding:.875rem .875rem .5rem}
button,select,input{font:inherit;color:inherit;margin:0}
button,.tool{background:none;border:0;padding:0;cursor:pointer;-webkit-tap-highlight-color:transparent}
:focus{outline:0}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
svg{display:block;width:1.25rem;height:1.25rem;fill:currentColor}
svg text{font:700 7.5px system-ui,sans-serif;text-anchor:middle}
.play{grid-area:play;display:grid;place-items:center;inline-size:3.25rem;block-size:3.25rem;border-radius:50%;
  background:var(--ink);color:var(--paper)}
.play svg{width:1.75rem;height:1.75rem}
.play:hover{background:var(--accent)}
[data-state=loading] .play svg{animation:breathe 1.2s ease-in-out infinite alternate}
@keyframes breathe{to{opacity:.35}}
.head{grid-area:head;display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 .75rem;min-inline-size:0}
.label{font-size:1.0625rem;line-height:1.3;font-family:var(--ap-title-font,Georgia,"Times New Roman","Noto Naskh Arabic",serif)}
.length{color:var(--quiet)}
.meta{color:var(--quiet);font-size:.8125rem}
.seek{grid-area:seek;display:flex;align-items:center;gap:.625rem;min-inline-size:0}
.now,.left{font-variant-numeric:tabular-nums;font-size:.8125rem;color:var(--quiet);min-inline-size:2.25rem}
.left{text-align:end}
.track{position:relative;flex:1;min-inline-size:0;block-size:2rem}
.wave{position:absolute;inset:0 1px;pointer-events:none}
.wave:empty{inset-block:calc(50% - 1px);background:linear-gradient(var(--accent),var(--accent)) 0 0/calc(var(--played)*100%) 100% no-repeat var(--wave)}
.wave svg{position:absolute;inset:0;inline-size:100%;block-size:100%}
.wave path{fill:none;stroke:var(--wave);stroke-width:2px;vector-effect:non-scaling-stroke}
.heard{clip-path:inset(0 calc(100% - var(--played)*100%) 0 0)}
.heard path{stroke:var(--accent)}
input[type=range]{appearance:none;position:absolute;inset:0;inline-size:100%;block-size:100%;background:none;cursor:pointer;border-radius:2px}
input::-webkit-slider-runnable-track{block-size:100%;background:none}
input::-moz-range-track{block-size:100%;background:none}
input::-webkit-slider-thumb{appearance:none;inline-size:3px;block-size:100%;background:var(--accent);border:0;border-radius:2px}
input::-moz-range-thumb{inline-size:3px;block-size:100%;background:var(--accent);border:0;border-radius:2px}
.tools{grid-area:tools;display:flex;flex-wrap:wrap;align-items:center;gap:.125rem .5rem;margin-block-start:.375rem}
.set{display:flex;flex-wrap:wrap;align-items:center;gap:.125rem}
.end{margin-inline-start:auto}
.tool,.opener,select{display:grid;place-items:center;min-inline-size:2.25rem;min-block-size:2.25rem;border-radius:.25rem;color:var(--quiet);text-decoration:none}
.tool:hover,.opener:hover,select:hover{background:var(--soft);color:var(--ink)}
.tool:disabled{opacity:.4;cursor:default}
.back svg,.forward svg{width:1.5rem;height:1.5rem}
.opener{padding-inline:.5rem;font-size:.8125rem;color:var(--ink)}
.opener[aria-expanded=true]{background:var(--soft);box-shadow:inset 0 -2px var(--accent)}
select{appearance:none;background:none;border:0;padding:0 .5rem;text-align:center;font-variant-numeric:tabular-nums;font-weight:600;cursor:pointer;text-align-last:center}
option{color:#1a1917;background:#fff}
.status{grid-area:status;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;margin-block-start:.25rem;padding-block:.25rem;overflow-wrap:anywhere}
.retry{border:1px solid var(--rule);font-weight:600}
[data-state=failed] .status{color:var(--accent)}
[part~=close]{display:none}
.more{border-block-start:1px solid var(--rule);max-block-size:min(24rem,60vh);overflow:auto;overscroll-behavior:contain;position:relative;padding:.5rem .25rem}
:host([layout=card]) .more{padding-inline:.875rem}
.list{list-style:none;margin:0;padding:0}
.row{display:flex;gap:.75rem;inline-size:100%;min-block-size:2.25rem;padding:.375rem .5rem;text-align:start;border-radius:.25rem;align-items:baseline}
.row:hover,.row[aria-current]{background:var(--soft)}
.row[aria-current]{box-shadow:inset 3px 0 var(--accent)}
.row span:first-child:not(.when){flex:1}
.when{font-variant-numeric:tabular-nums;color:var(--quiet);font-size:.8125rem;direction:ltr}
.text li{display:grid;grid-template-columns:3.25rem minmax(0,1fr);align-items:baseline;border-radius:.25rem}
.text .when{min-block-size:2rem;border-radius:.25rem;text-align:end;padding-inline-end:.625rem}
.text .when:hover{color:var(--ink);text-decoration:underline}
.text p{margin:0;padding:.3rem .5rem;font:1.0625rem/1.5 var(--ap-title-font,Georgia,"Times New Roman","Noto Naskh Arabic",serif);cursor:pointer}
.text .heading,.text .headline{font-weight:700}
.text .quote{font-style:italic}
.text .byline,.text .disclosure{color:var(--quiet)}
.text li[aria-current]{background:var(--soft);box-shadow:inset 3px 0 var(--accent)}
::highlight(ap-word-read){background-color:color-mix(in srgb,#f5a400 46%,transparent)}
@container (max-width:31rem){
  .player{grid-template:"play head" auto "seek seek" auto "tools tools" auto "status status" auto/auto minmax(0,1fr);row-gap:.375rem}
  .play{inline-size:2.75rem;block-size:2.75rem}
  .head{flex-direction:column}
  .tools{justify-content:space-between;margin-block-start:0}
  .end{margin-inline-start:0;flex-basis:100%;justify-content:space-between}
}
@container (min-width:31.01rem){.tools{padding-inline-start:4.125rem}.tools .set:first-child{margin-inline-start:-.5rem}}
.stuck,:host([layout=bar]) .frame{border-block:1px solid var(--rule);padding-block-end:env(safe-area-inset-bottom)}
.stuck{position:fixed;inset:auto 0 0;z-index:2147483000;box-shadow:0 -2px 12px #0002}
.stuck .player,:host([layout=bar]) .player{grid-template:"play head seek tools" auto "status status status status" auto/auto minmax(6rem,16rem) minmax(0,1fr) auto;
  padding:.375rem .75rem;max-inline-size:80rem;margin-inline:auto;row-gap:0}
.stuck .play,:host([layout=bar]) .play{inline-size:2.5rem;block-size:2.5rem}
.stuck .head,:host([layout=bar]) .head{flex-direction:column;flex-wrap:nowrap}
.stuck .label,:host([layout=bar]) .label{font-size:.9375rem;inline-size:100%;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.stuck .tools,:host([layout=bar]) .tools{padding:0;margin:0;flex-wrap:nowrap}
.stuck [part~=close]{display:grid}
.stuck .opener,.stuck [part~=download],.stuck [part~=share],:host([layout=bar]) .opener:not([part~=transcript]){display:none}
.stuck .retry{display:grid}
.stuck+.more{display:none}
@container (max-width:47rem){
  .stuck .player,:host([layout=bar]) .player{grid-template:"seek seek seek" auto "play head tools" auto "status status status" auto/auto minmax(0,1fr) auto;padding:0 .5rem .375rem}
  .stuck .seek,:host([layout=bar]) .seek{margin-inline:-.5rem;block-size:1.5rem}
  .stuck .track,:host([layout=bar]) .track{block-size:1.5rem}
  .stuck .now,.stuck .left,:host([layout=bar]) .now,:host([layout=bar]) .left{display:none}
  .stuck .end,:host([layout=bar]) .end{flex-basis:auto}
  .stuck :is([part~=previous],[part~=next]),:host([layout=bar]) :is([part~=previous],[part~=next],[part~=download],[part~=share]){display:none}
}
@container (max-width:26rem){.stuck :is([part~=forward],.meta),:host([layout=bar]) :is([part~=forward],.meta){display:none}}
.here{position:fixed;inset:auto;margin:0;padding:0;border:0;inline-size:2rem;block-size:2rem;border-radius:50%;
  background:var(--ink);color:var(--paper);box-shadow:0 1px 4px #0003;overflow:visible}
button.here{display:grid;place-items:center}
.here:not(.shown,:focus-visible){opacity:0;pointer-events:none}
.here svg{width:1.125rem;height:1.125rem}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}
@media (forced-colors:active){.play,.here{border:1px solid}.wave path{stroke:CanvasText}.heard path{stroke:Highlight}}
@media print{:host{display:none}}
`;

/** @type {CSSStyleSheet|undefined} */
let made;

/** One sheet for all players of a page. */
export function sheet() {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(CSS_TEXT);
  }
  return made;
}
