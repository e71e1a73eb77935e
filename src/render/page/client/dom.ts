type Child = Node | string | false | undefined

/** Makes an element. Texts become text and nothing else, whatever they hold. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: { readonly [name: string]: string | number | boolean | undefined } = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    element.setAttribute(key, value === true ? '' : String(value))
  }
  for (const child of children) if (child !== false && child !== undefined) element.append(child)
  return element
}

/** A text of any script, which leaves the direction of what stands around it alone. */
export function bdi(text: string, attributes: { readonly [name: string]: string } = {}): HTMLElement {
  return h('bdi', attributes, text)
}

/** The element of an id, which the page has. */
export function the<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no ${id}`)
  return found as E // the boundary: what the page's own HTML gives that id
}

/** Puts children in place of others. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...children.filter((child) => child !== false && child !== undefined))
}
