/* An article as React writes it: keyed blocks, a route, a wrapper that comes and goes. */
const { createElement: h, useState } = load('react');
const { createRoot, hydrateRoot } = load('react-dom/client');
const { flushSync } = load('react-dom');
const stories = JSON.parse(document.querySelector('#stories').textContent);

function App() {
  const [now, set] = useState({ path: location.pathname, reversed: false, wrapped: false, text: 0, article: 0 });
  window.act = (change) => flushSync(() => set((last) => ({ ...last, ...change(last) })));
  const story = stories[now.path];
  const blocks = story.blocks.map((text, n) => h('p', { key: `p${now.text}-${n}` }, text));
  const player = story.src ? [h('audiopress-player', { key: 'player', src: story.src })] : [];
  const items = [h('h1', { key: 'h1' }, story.title), ...player, ...blocks];
  if (now.reversed) items.reverse();
  const inside = now.wrapped ? h('div', null, items) : items;
  return h('main', null, h('article', { key: `${now.path}${now.article}` }, inside));
}

window.start = (hydrate) => {
  const root = document.querySelector('#app');
  if (hydrate) hydrateRoot(root, h(App), { onRecoverableError: (error) => (window.recovered = String(error)) });
  else createRoot(root).render(h(App));
};
window.go = (path) => {
  history.pushState({}, '', path);
  act(() => ({ path }));
};
