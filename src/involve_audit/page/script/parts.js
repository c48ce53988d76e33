// What is packed into the page: texts in elements that the browser does not run, taken out of the page once they are read.

/**
 * The text of a part; it is read once.
 * @param {string} name
 * @returns {string}
 */
export function part(name) {
  const element = document.getElementById(name);
  const text = element?.textContent ?? "";
  element?.remove();
  return text;
}

/**
 * The bytes of a text in base64.
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function unpacked(text) {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}

/**
 * Bytes that were packed with gzip, as a text.
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function unzipped(text) {
  return new Response(new Blob([unpacked(text)]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/**
 * Bytes as text in base64.
 * @param {ArrayBuffer} data
 * @returns {string}
 */
export function packed(data) {
  const bytes = new Uint8Array(data);
  let text = "";
  for (let n = 0; n < bytes.length; n += 32768) text += String.fromCharCode(...bytes.subarray(n, n + 32768));
  return btoa(text);
}
