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
