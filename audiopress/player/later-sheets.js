/** Made from `css/` by `tests/player_sheets.py --write`: change the style there. */

/** @param {string} text */
function sheetOf(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

export const FOLLOW = sheetOf(`.return{inset:auto 0 16px;inline-size:max-content;max-inline-size:calc(100% - 32px);min-block-size:36px;margin:0 auto;padding:6px 16px;border:0;border-radius:18px;background:var(--ink);font-size:clamp(13px,.8em,17px);font-weight:600;line-height:1.35;box-shadow:0 1px 6px #0005}
.return span{color:var(--ground)}
.list .return{position:sticky;inset:auto 0 0;display:block;font-size:1em}
@media (forced-colors: active){.return span{color:ButtonText}}`);

export const HERE = sheetOf(`.here{display:grid;place-items:center;inline-size:32px;block-size:32px;border-radius:50%;background:var(--ink);box-shadow:0 1px 4px #0003}
.here::before{content:"";inline-size:11px;block-size:14px;margin-left:3px;background:var(--ground);clip-path:polygon(0 0,100% 50%,0 100%)}
.here:not(.shown,:focus-visible){opacity:0;pointer-events:none}
@media (forced-colors: active){.here::before{forced-color-adjust:none;background:ButtonText}}`);

export const LISTS = sheetOf(`:host([data-frame]) .list{max-block-size:384px}
.row{display:flex;gap:12px;inline-size:100%;min-block-size:36px;padding:6px 8px;text-align:start;align-items:baseline}
.row :not(.when){flex:1}
:is(.row,.when):hover,[aria-current]{background:var(--soft)}
[aria-current]{box-shadow:inset 3px 0 var(--accent);border-radius:4px;font-weight:600}
[dir=rtl] [aria-current]{box-shadow:inset -3px 0 var(--accent)}
.text [aria-current]{font-weight:inherit}
.text li{display:grid;grid-template-columns:52px minmax(0,1fr);align-items:baseline}
.text .when{min-block-size:32px;text-align:end;padding-inline-end:8px}
.text p{padding:5px 8px;font-family:var(--text);font-size:1.2em;line-height:1.5;cursor:pointer}
.text .heading,.text .headline{font-weight:700}
.text .byline{color:var(--quiet)}
::highlight(ap-word-read){background-color:color-mix(in srgb,#f5a400 46%,transparent)}
@media (forced-colors: active){::highlight(ap-word-read){background-color:Highlight;color:HighlightText}}
.option{display:flex;align-items:center;justify-content:space-between;gap:16px;min-block-size:44px;padding:4px 8px;cursor:pointer}
.option > :not(span){flex:none;position:relative;inset:auto;border:1px solid var(--quiet)}
.option select{inline-size:auto;max-inline-size:50%;padding-inline:8px;border-color:var(--rule)}
.option [type=range]{inline-size:50%;block-size:32px;border:0;background:linear-gradient(var(--wave),var(--wave)) center / 100% 2px no-repeat}
.option [role=switch]{inline-size:42px;block-size:24px;border-radius:12px}
.option [role=switch]::before{content:"";position:absolute;inset:3px auto 3px 3px;inline-size:16px;border-radius:50%;background:var(--quiet)}
.option :checked{background:var(--accent)}
.option :checked::before{translate:18px;background:var(--ground)}
.queue li{display:grid;grid-template-columns:minmax(0,1fr) 44px}
@media (forced-colors: active){.option [role=switch]::before{background:ButtonText}
.option :checked{background:Highlight}}`);

export const MARKS = sheetOf(`@layer audiopress{@media screen{::highlight(ap-paragraph){background-color:color-mix(in srgb,#f5c400 26%,transparent)}
::highlight(ap-word){background-color:color-mix(in srgb,#f5a400 46%,transparent)}
@media (forced-colors: active){::highlight(ap-paragraph){background-color:Canvas;color:CanvasText;text-decoration:underline 2px Highlight}
::highlight(ap-word){background-color:Highlight;color:HighlightText;text-decoration:none}}}}`);

export const REPORT = sheetOf(`.report{padding:6px 12px;border:1px solid var(--quiet);border-radius:18px;max-inline-size:calc(100% - 8px);min-block-size:32px;background:var(--ap-paper,var(--measured,Canvas));color:var(--ink);font-size:clamp(13px,.8em,17px);line-height:1.5;box-shadow:0 1px 4px #0003;text-decoration:underline}`);
