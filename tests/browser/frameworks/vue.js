/* An article as Vue and its router write it: keyed blocks, routes, a wrapper that comes and goes. */
const { createApp, createSSRApp, h, reactive, nextTick } = Vue;
const { createRouter, createWebHistory, RouterView, useRoute } = VueRouter;
const stories = JSON.parse(document.querySelector('#stories').textContent);
const now = reactive({ reversed: false, wrapped: false, text: 0, article: 0 });

const Story = {
  setup() {
    const route = useRoute();
    return () => {
      const story = stories[route.path];
      const blocks = story.blocks.map((text, n) => h('p', { key: `p${now.text}-${n}` }, text));
      const player = story.src ? [h('audiopress-player', { key: 'player', src: story.src })] : [];
      const items = [h('h1', { key: 'h1' }, story.title), ...player, ...blocks];
      if (now.reversed) items.reverse();
      return h('main', [h('article', { key: `${route.path}${now.article}` }, now.wrapped ? [h('div', items)] : items)]);
    };
  },
};

const routes = Object.keys(stories).map((path) => ({ path, component: Story }));
const router = createRouter({ history: createWebHistory(), routes });
window.act = (change) => {
  Object.assign(now, change(now));
  return nextTick();
};
window.start = async (hydrate) => {
  const app = (hydrate ? createSSRApp : createApp)({ render: () => h(RouterView) }).use(router);
  await router.isReady();
  app.mount('#app');
};
window.go = (path) => router.push(path);
