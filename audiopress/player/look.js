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

/** Into the top layer, where no ancestor's `transform` or `z-index` reaches it; out of the page there is none. @param {any} element */
export const raise = (element) => element.isConnected && element.showPopover?.();
