// Python, in a thread of its own, so that the page can be read and written in while it works.

const KINDS = { "pyodide.mjs": "text/javascript", "pyodide.asm.mjs": "text/javascript", "pyodide.asm.wasm": "application/wasm",
  "python_stdlib.zip": "application/zip", "pyodide-lock.json": "application/json" };

/** @type {any} */
let act = null;

/**
 * The bytes of a text in base64; what browsers have for it is not in all of them yet.
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
function unpacked(text) {
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  if (quick) return quick.call(Uint8Array, text);
  const raw = atob(text);
  const found = new Uint8Array(raw.length);
  for (let n = 0; n < raw.length; n += 1) found[n] = raw.charCodeAt(n);
  return found;
}

/**
 * The bytes of a part of the page.
 * @param {string} text
 * @returns {Promise<ArrayBuffer>}
 */
async function bytes(text) {
  return new Response(new Blob([unpacked(text)]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** @param {Record<string, string>} parts */
async function start(parts) {
  /** @type {Record<string, Blob>} */
  const held = {};
  for (const [name, type] of Object.entries(KINDS)) held[name] = new Blob([await bytes(parts[name])], { type });
  self.postMessage({ step: 1 });
  // Pyodide asks for its files by an address; all of them are here, and nothing else is to be had.
  self.fetch = async (url) => {
    const name = String(/** @type {any} */ (url).url ?? url).split("/").pop() ?? "";
    if (!held[name]) throw new Error(`${name} is not in this page`);
    return new Response(held[name], { headers: { "content-type": held[name].type } });
  };
  // From a file on disk browsers start no worker that is a module. This one imports as a module does, and scripts in no other way.
  Object.defineProperty(self, "importScripts", { value: () => { throw new Error("importScripts"); } });
  const { loadPyodide } = await import(URL.createObjectURL(held["pyodide.mjs"]));
  const { default: createPyodideModule } = await import(URL.createObjectURL(held["pyodide.asm.mjs"]));
  self.postMessage({ step: 2 });
  const given = new TextDecoder().decode(await bytes(parts["given.json"]));
  const env = { HOME: "/home/pyodide", ...JSON.parse(given).environment };
  const python = await loadPyodide({ indexURL: "https://nowhere.invalid/", createPyodideModule, lockFileContents: await held["pyodide-lock.json"].text(), env });
  self.postMessage({ step: 3 });
  python.unpackArchive(await bytes(parts["package.zip"]), "zip", { extractDir: "/app" });
  python.globals.set("given", given);
  act = python.runPython("import sys; sys.path.insert(0, '/app'); from involve_audit.cli.in_page import session; session(given).act");
  self.postMessage({ step: 4 });
  // What is needed for the first answer is loaded before somebody waits for it.
  act(JSON.stringify({ does: "new", date: "2000-01-01" }));
}

self.onmessage = async (event) => {
  const { id, parts, request } = event.data;
  try {
    if (parts) {
      await start(parts);
      self.postMessage({ step: 5 });
    } else {
      self.postMessage({ id, reply: act(request) });
    }
  } catch (problem) {
    self.postMessage({ id, failed: String(problem) });
  }
};
