// What stands in a form or at a button, to be handed to Python as it is.
import { packed } from "./parts.js";

/**
 * Files as they are handed over: names, and bytes in base64.
 * @param {Iterable<File>} files
 */
export async function handedIn(files) {
  const found = [];
  for (const one of files) {
    if (one.name) found.push({ name: one.webkitRelativePath || one.name, data: packed(await one.arrayBuffer()) });
  }
  return found;
}

/**
 * What a form says, by the names of its fields: a text, or several.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} [pressed] the button that sent it
 */
export async function fieldsOf(form, pressed) {
  /** @type {Record<string, any>} */
  const given = { ...pressed?.dataset };
  const data = new FormData(form);
  for (const name of new Set(data.keys())) {
    const all = data.getAll(name);
    if (all[0] instanceof File) given[name] = await handedIn(/** @type {File[]} */ (all));
    else given[name] = all.length > 1 ? all : all[0];
  }
  if (form.querySelector('[name="target"]') && !data.has("target")) given.target = [];
  if (pressed instanceof HTMLButtonElement && pressed.name) given[pressed.name] = pressed.value;
  return given;
}
