// Small means to make elements, and to change only what has changed: focus and hover survive a new look at the switch.

export const byId = id => document.getElementById(id);

/** An element with attributes and children; a function among the attributes is a listener. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** Shows one element per item, in order; an element is made anew only where its item has changed. */
export function show(list, items, keyOf, makeOf) {
  const known = new Map([...list.children].map(child => [child.dataset.key, child]));
  let before = null;
  for (const item of items) {
    const key = String(keyOf(item));
    const looks = JSON.stringify(item);
    let element = known.get(key);
    known.delete(key);
    if (element?.looks !== looks) {
      const made = makeOf(item);
      made.dataset.key = key;
      made.looks = looks;
      if (element) replace(element, made);
      element = made;
    }
    const place = before ? before.nextSibling : list.firstChild;
    if (place !== element) list.insertBefore(element, place);
    before = element;
  }
  for (const gone of known.values()) gone.remove();
}

// The focus goes to what stands for the same thing afterwards.
function replace(old, made) {
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  old.replaceWith(made);
  if (focused) (made.querySelector(`[data-focus="${CSS.escape(focused)}"]`) ?? made.querySelector("button, a"))?.focus();
}

/** Buttons that turn the pages of a window on a long list. */
export function pager(nav, { offset, count, limit, what, turn }) {
  nav.hidden = count <= limit;
  if (nav.hidden) return;
  const last = Math.min(offset + limit, count);
  nav.replaceChildren(
    `${(offset + 1).toLocaleString("en")}–${last.toLocaleString("en")} of ${count.toLocaleString("en")} ${what}`,
    make("button", { type: "button", "aria-label": `Earlier ${what}`, disabled: offset === 0, click: () => turn(Math.max(0, offset - limit)) }, "‹"),
    make("button", { type: "button", "aria-label": `Further ${what}`, disabled: last >= count, click: () => turn(offset + limit) }, "›"));
}
