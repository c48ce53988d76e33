// Talking to Python: a request is a text, and so is its reply.
import { part, unzipped } from "./parts.js";

const PARTS = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json", "package.zip", "given.json"];

/**
 * @typedef {{ state: any, main?: string, sheet?: string, screen?: string, headline?: string, says?: string, focus?: string, refused?: string,
 *   save?: { name: string, type: string, data: string }[], until: string, until_says: string }} Reply
 */

/**
 * Start Python.
 * @param {(step: number) => void} progress is told how far it has come, from 1 to 5
 * @returns {Promise<(request: any) => Promise<Reply>>} what asks it
 */
export async function startPython(progress) {
  const code = await unzipped(part("worker.js"));
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  /** @type {Map<number, { done: (reply: Reply) => void, fail: (problem: Error) => void }>} */
  const waiting = new Map();
  let last = 0;
  await new Promise((done, fail) => {
    worker.onerror = (event) => fail(new Error(event.message || "a worker could not be started"));
    worker.onmessage = ({ data }) => {
      if (data.step) {
        progress(data.step);
        if (data.step === 5) done(undefined);
      } else if (data.id === undefined) {
        fail(new Error(data.failed));
      } else {
        const asked = waiting.get(data.id);
        waiting.delete(data.id);
        if (data.failed) asked?.fail(new Error(data.failed));
        else asked?.done(JSON.parse(data.reply));
      }
    };
    worker.postMessage({ parts: Object.fromEntries(PARTS.map((name) => [name, part(name)])) });
  });
  return (request) =>
    new Promise((done, fail) => {
      last += 1;
      waiting.set(last, { done, fail });
      worker.postMessage({ id: last, request: JSON.stringify(request) });
    });
}
