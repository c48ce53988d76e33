// Handing files out.
import { unpacked } from "./parts.js";

/**
 * Let the browser save a file.
 * @param {{ name: string, type: string, data: string }} file
 */
export function saveFile(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([unpacked(file.data)], { type: file.type }));
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/**
 * Let the browser save a text.
 * @param {string} name
 * @param {string} text
 */
export function saveText(name, text) {
  const data = btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  saveFile({ name, type: "text/plain", data });
}
