/** Made from `css/` by `tests/player_sheets.py --write`: change the style there. */

/** @param {string} text */
function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

export const BAR = sheetOf(`.bar .player{grid-template:"play head seek tools" auto "status status status status" auto / auto minmax(96px,288px) minmax(0,1fr) auto;padding:6px 12px;row-gap:0}
.bar > *{max-inline-size:1280px;margin-inline:auto}
.bar .player [part~=play]{inline-size:40px;block-size:40px}
.bar .player [part~=more]{display:none}
.bar .label{font-size:1.07em;inline-size:100%;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.bar .player .tools{display:flex;padding:0;margin:0;flex-wrap:nowrap}
.bar .lists{order:0;flex-basis:auto;margin:0}
.bar .listen,.bar [part~=chapters],.bar:not(.stuck) [part~=playlist],.bar .length{display:none}
.bar .title{display:inline}
.stuck{inset:auto 0 0;inline-size:auto;block-size:auto;max-inline-size:none;padding:0;border-block-start:1px solid var(--rule);border-radius:0;overflow:visible;background:var(--ap-paper,var(--measured,Canvas));color:inherit;box-shadow:0 -2px 12px #0002;padding-block-end:env(safe-area-inset-bottom)}
.stuck .tools [part~=close]{display:grid}
.stuck :is([part~=chapters],[part~=transcript],[part~=download],[part~=share]){display:none}
@container (max-width: 1023px){.bar .player{grid-template:"seek seek seek seek" auto "play head tools more" auto "status status status status" auto / auto minmax(0,1fr) auto auto;padding:0 8px 6px}
.bar .seek{margin-inline:-8px}
.bar .track{block-size:24px}
.bar .player [part~=more]{display:grid}
.bar :is(.now,.left),.bar:not(.all) :is(.lists,select,[part~=forward],[part~=previous],[part~=next]){display:none}
.bar.all .player{grid-template:"seek seek seek" auto "play head more" auto "tools tools tools" auto "status status status" auto / auto minmax(0,1fr) auto}
.bar.all .tools{flex-wrap:wrap}
.bar.all .lists{order:1;flex-basis:100%}}
@container (max-width: 416px){.bar .meta::before{content:none}
.bar .label{white-space:normal;font-size:1em;line-height:1.2;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}}`);

export const PLAYER = sheetOf(`:host{display:block;box-sizing:border-box;align-self:stretch;grid-column:1 / -1;min-inline-size:0;margin-block:16px;--ink:var(--ap-ink,var(--deep,currentColor));--paper:var(--ap-paper,transparent);--quiet:var(--ap-quiet,color-mix(in srgb,currentColor var(--share,84%),transparent));--rule:var(--ap-rule,color-mix(in srgb,currentColor 24%,transparent));--accent:var(--ap-accent,var(--found,currentColor));--soft:var(--ap-soft,color-mix(in srgb,currentColor 9%,transparent));--wave:var(--ap-wave,color-mix(in srgb,currentColor 42%,transparent));--text:var(--ap-text-font,inherit);--ground:var(--under,oklch(from var(--accent) calc((.62 - l) * 999) 0 0))}
:host([hidden]),[hidden]{display:none !important}
*{box-sizing:border-box;margin:0}
.frame > *{color:var(--ink)}
.frame{container-type:inline-size;background:var(--paper);transition:color 1ms;border-block:1px solid var(--rule);font-family:var(--ap-font,inherit);font-size:clamp(13px,.8em,17px);font-style:normal;font-weight:400;line-height:1.35;letter-spacing:normal;text-align:start;text-indent:0;text-shadow:none;text-transform:none;white-space:normal;word-spacing:normal}
.card{border:1px solid var(--rule);border-radius:6px}
.card > :is(.player,.list){padding-inline:14px}
.player{display:grid;grid-template:"play head" minmax(26px,auto) "play seek" auto "tools tools" auto "status status" auto / auto minmax(0,1fr);column-gap:14px;align-items:center;padding:12px 0 6px}
button,select,input,a{font:inherit;color:inherit;letter-spacing:inherit;text-transform:inherit;text-decoration:none;background:none;border:0;padding:0;cursor:pointer;appearance:none;border-radius:4px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
svg{display:block;width:20px;height:20px;fill:currentColor}
svg text{font:700 7.5px system-ui,sans-serif;text-anchor:middle}
[part~=play]{grid-area:play;display:grid;place-items:center;inline-size:52px;block-size:52px;border-radius:50%;background:var(--accent)}
[part~=play] svg{width:28px;height:28px;fill:var(--ground)}
[part~=play]:hover{background:color-mix(in srgb,var(--accent) 82%,var(--ink))}
[data-state=loading] [part~=play] svg{animation:wait 1s infinite alternate}
@keyframes wait{to{opacity:.3}}
[part~=more]{display:none}
.head{grid-area:head;display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 12px}
.listen,.title{font-weight:700}
.label{font-family:var(--text);font-size:1.15em;line-height:1.3;min-inline-size:0;overflow-wrap:anywhere}
.title{display:none}
.other .listen{display:none}
.other .title{display:inline}
.length{white-space:nowrap}
.length,.meta,.now,.left,.when{color:var(--quiet)}
.now,.left,.meta,.when,.lists{font-size:.93em;font-variant-numeric:tabular-nums}
.seek{grid-area:seek;display:flex;align-items:center;gap:10px}
.now,.left{min-inline-size:36px}
.left{text-align:end}
.track{position:relative;flex:1;block-size:32px}
.wave{position:absolute;inset:0 1px}
.wave:empty{background:linear-gradient(var(--accent),var(--accent)) 0 / calc(var(--played) * 100%) 2px no-repeat,linear-gradient(var(--wave),var(--wave)) 0 / 100% 2px no-repeat}
.wave svg{position:absolute;inline-size:100%;block-size:100%}
.wave path{fill:none;stroke:var(--wave);stroke-width:2px;vector-effect:non-scaling-stroke}
.heard{clip-path:inset(0 calc(100% - var(--played) * 100%) 0 0)}
.heard path{stroke:var(--accent)}
input{position:absolute;inset:0;inline-size:100%;block-size:100%}
input::-webkit-slider-runnable-track{block-size:100%}
input::-webkit-slider-thumb{appearance:none;inline-size:3px;block-size:100%;background:var(--accent);border-radius:2px}
input::-moz-range-track{background:none}
input::-moz-range-thumb{inline-size:3px;block-size:100%;background:var(--accent);border:0;border-radius:2px}
.tools{grid-area:tools;display:flex;align-items:center;flex-wrap:wrap;gap:2px 6px;margin-block-start:4px}
.moves,.lists,.ends{display:flex;align-items:center;gap:2px}
.lists{margin-inline-start:auto}
.tools button,.tools a,select,[part~=more]{place-items:center;min-inline-size:36px;min-block-size:36px;color:var(--quiet)}
.tools button,.tools a,select{display:grid}
:is(.tools button,.tools a,select,[part~=more]):hover{background:var(--soft);color:var(--ink)}
:disabled{opacity:.4;pointer-events:none}
[part~=back] svg,[part~=forward] svg{width:24px;height:24px}
.tools .lists button,[part~=retry]{padding-inline:7px;color:var(--ink)}
[aria-expanded=true],[aria-pressed=true]{background:var(--soft);box-shadow:inset 0 -2px var(--accent)}
select{font-weight:600;inline-size:50px;text-align:center;text-align-last:center}
option{color:#1a1917;background:#fff}
.status{grid-area:status;display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;overflow-wrap:anywhere}
.words:not(:empty){padding-block:6px}
[part~=retry]{border:1px solid var(--rule);font-weight:600;min-block-size:32px}
[data-state=failed] .words{font-weight:600}
.tools [part~=close]{display:none}
.list{border-block-start:1px solid var(--rule);max-block-size:min(384px,60vh);overflow:auto;overscroll-behavior:contain;position:relative;padding:8px 4px}
:is(ol,ul){list-style:none;padding:0}
@container (min-width: 720px){.tools{padding-inline-start:58px}}
@container (max-width: 600px){.player{grid-template:"play head more" auto "seek seek seek" auto "tools tools tools" auto "status status status" auto / auto minmax(0,1fr) auto;column-gap:10px;padding-block:7px 5px}
.player [part~=play]{inline-size:44px;block-size:44px}
.player [part~=more]{display:grid;grid-area:more}
.player .tools{display:none}
.all .player .tools{display:flex;justify-content:space-between}
.head{flex-direction:column;flex-wrap:nowrap;min-inline-size:0}
.label{max-inline-size:100%;font-size:1em;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.length{display:none}
.meta{min-block-size:1.35em}
.meta::before{content:attr(data-length)}
.track{block-size:36px}
.wave path{stroke-width:1.25px}
.player :is(.moves,.ends) > *,.player select{min-inline-size:34px}
.lists{order:1;min-block-size:36px;flex-basis:100%;margin:0;justify-content:space-between}}
.line .player{grid-template:"play head seek more" minmax(38px,auto) "tools tools tools tools" auto "status status status status" auto / auto auto minmax(0,1fr) auto;padding:0;column-gap:10px}
.line .player [part~=play]{inline-size:30px;block-size:30px}
.line .player [part~=play] svg{width:18px;height:18px}
.line .label{font-size:1em}
.line .player [part~=more]{display:grid;grid-area:more;min-block-size:30px}
.line .head{flex-wrap:nowrap;min-inline-size:0}
.line .track{block-size:24px}
.line:not(.all) .tools,.line .now{display:none}
@container (max-width: 600px){.line .meta,.bar .meta{font-size:12px;line-height:15px;min-block-size:0;margin-block-start:-1px}}
@container (max-width: 420px){.line .player{grid-template-columns:auto minmax(0,1fr) auto auto}
.line .track{display:none}}
[popover]{position:fixed;inset:auto;margin:0;border:0}
.upright{writing-mode:horizontal-tb;inline-size:min(340px,90vw);margin-block-end:auto}
@media (prefers-reduced-motion: reduce){*{animation:none !important}}
@media (forced-colors: active){[popover]{border:2px solid !important}
[part~=play]{border:1px solid;forced-color-adjust:none;background:ButtonText}
[part~=play] svg{fill:ButtonFace}
.wave path{stroke:GrayText}
.heard path{stroke:Highlight}
input{forced-color-adjust:none}
input::-webkit-slider-thumb{background:Highlight;inline-size:5px;outline:1px solid CanvasText}
input::-moz-range-thumb{background:Highlight;inline-size:5px;outline:1px solid CanvasText}
.wave:empty{forced-color-adjust:none;background:linear-gradient(Highlight,Highlight) 0 / calc(var(--played) * 100%) 4px no-repeat,linear-gradient(GrayText,GrayText) 0 / 100% 2px no-repeat}
[aria-expanded=true],[aria-pressed=true],[aria-current]{outline:2px solid Highlight;outline-offset:-2px}}
@media print{.frame,[popover]{display:none !important}}`);
