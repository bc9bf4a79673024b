/** Tells the page around a frame how high it is, so that an open transcript is not cut off. */

let telling = false;

/** In the words of those who listen for it: ours, Embedly's, AMP's. */
export function tellHeight() {
  if (telling || parent === window) return;
  telling = true;
  const tell = () => {
    const { marginTop, marginBottom } = getComputedStyle(document.body);
    const { height: body } = document.body.getBoundingClientRect();
    const height = Math.ceil(body + parseFloat(marginTop) + parseFloat(marginBottom));
    for (const message of [
      { type: 'audiopress-height', height },
      JSON.stringify({ src: location.href, context: 'iframe.resize', height }),
      { sentinel: 'amp', type: 'embed-size', height },
    ]) parent.postMessage(message, '*');
  };
  new ResizeObserver(tell).observe(document.body);
}
