// Run by node when the page is made, never in it: the Python of the page compiles what the page begins with.
const { readFileSync, writeFileSync } = await import(String("node:fs"));
const { pathToFileURL } = await import(String("node:url"));
const [from, work] = /** @type {any} */ (globalThis).process.argv.slice(2);

/** @param {string} name */
const bytes = (name) => new Uint8Array(readFileSync(`${work}/${name}`));
const { loadPyodide } = await import(pathToFileURL(`${from}/pyodide.mjs`).href);
const { environment } = JSON.parse(readFileSync(`${work}/given.json`, "utf8"));
const python = await loadPyodide({ indexURL: from, env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0", ...environment } });
python.unpackArchive(bytes("package.zip"), "zip", { extractDir: "/app" });
for (const name of ["package.zip", "python_stdlib.zip", "given.json"]) python.FS.writeFile(`/${name}`, bytes(name));
python.runPython("import sys; sys.path.insert(0, '/app'); from involve_audit.cli.in_page import compiled; compiled()");
for (const name of ["package.zip", "python_stdlib.zip"]) writeFileSync(`${work}/${name}`, python.FS.readFile(`/${name}`));
export {};
