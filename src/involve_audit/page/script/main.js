// The page: it hands over what somebody does, and puts up what Python says. No rule and no text stands here.
import { startPython } from "./python.js";
import { fieldsOf, handedIn } from "./fields.js";
import { forget, keep, kept } from "./kept.js";
import { saveFile, saveText } from "./files.js";

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id);
/** @param {string} id @param {boolean} there */
const show = (id, there) => { at(id).hidden = !there; };

const today = () => {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
};

/** @type {any} */
let state = null;
/** @type {{ id: string, [key: string]: any }[]} */
let early = [];
/** Whether somebody waits for the question after the first ones. */
let begun = false;
let unsaved = false;
let headline = "";
let ready = false;

const python = startPython((step) => { at("bar").value = step; });
// Whoever is writing just then goes on writing: the answers are handed over with the next one.
python.then(() => { ready = true; show("progress", false); if (begun && !at("first-wait").hidden) goOnFromFirst(); }, failed);

/** @param {unknown} problem */
function failed(problem) {
  show("progress", false);
  show("begin", false);
  show("first", false);
  show("failed", true);
  at("failed-says").textContent = String(problem);
  at("save-early").hidden = !early.length;
  at("failed").querySelector("h2").focus();
}

/**
 * Do something, and put up what comes of it.
 * @param {string} does
 * @param {any} [given]
 */
async function act(does, given = {}) {
  show("busy", true);
  show("refused", false);
  try {
    const reply = await (await python)({ does, given, state, date: today() });
    await put(reply, does);
  } catch (problem) {
    at("refused").textContent = String(problem).split("\n").slice(-3).join(" ");
    show("refused", true);
  }
  show("busy", false);
}

/**
 * @param {import("./python.js").Reply} reply
 * @param {string} does
 */
async function put(reply, does) {
  if (reply.refused) {
    at("refused").textContent = reply.refused;
    show("refused", true);
    at("refused").scrollIntoView({ block: "nearest" });
    return;
  }
  const changed = reply.state?.text !== state?.text;
  state = reply.state;
  for (const file of reply.save ?? []) saveFile(file);
  if (does === "save") unsaved = false;
  else if (changed && does !== "open" && does !== "example") unsaved = true;
  if (reply.main !== undefined) {
    show("begin", false);
    show("first", false);
    show("work", true);
    at("screen").innerHTML = reply.main;
  }
  if (reply.sheet !== undefined) {
    at("sheet").innerHTML = reply.sheet;
    at("sheet").hidden = false;
    at("sheet").classList.toggle("moved", headline !== "" && headline !== reply.headline);
    headline = reply.headline ?? "";
  } else if (reply.screen === "saved") {
    at("sheet").hidden = true;
  }
  if (reply.screen) {
    show("nav", true);
    for (const button of document.querySelectorAll("nav [data-screen]")) {
      const there = /** @type {HTMLElement} */ (button).dataset.screen === reply.screen;
      if (there) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
      /** @type {HTMLButtonElement} */ (button).disabled = reply.screen === "saved";
    }
  }
  at("until").textContent = reply.until_says;
  show("keeping", true);
  if (at("keep").checked && state?.text) show("no-keeping", !keep({ until: reply.until, until_says: reply.until_says, state }));
  at("live").textContent = reply.says ?? "";
  if (reply.focus && at(reply.focus)) {
    at(reply.focus).focus({ preventScroll: true });
    at(reply.focus).scrollIntoView({ block: "nearest" });
  } else if (reply.main !== undefined) {
    const heading = at("screen").querySelector("h2");
    heading?.focus({ preventScroll: true });
    const top = at("screen").getBoundingClientRect().top;
    if (top < 0 || top > innerHeight / 2) at("main").scrollIntoView();
  }
}

// --- while Python starts ------------------------------------------------------------------------------

/** Show the next of the first questions; after them, that the page waits. */
function nextFirst() {
  const all = [...document.querySelectorAll("[data-first]")];
  const next = all[Math.min(early.length, all.length - 1)];
  for (const one of all) /** @type {HTMLElement} */ (one).hidden = one !== next;
  /** @type {HTMLElement | null} */ (next.querySelector("h2"))?.focus();
}

function goOnFromFirst() {
  begun = false;
  const given = { early };
  act("new", given);
}

function start() {
  begun = true;
  early = [];
  show("begin", false);
  show("first", true);
  nextFirst();
  if (ready) goOnFromFirst();
}

// --- what people do -----------------------------------------------------------------------------------

document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const given = await fieldsOf(form, event.submitter);
  if (form.dataset.does === "early") {
    const chosen = [...form.querySelectorAll("input:checked")].map((one) => one.closest("label")?.textContent?.trim());
    early.push({ ...given, id: form.dataset.id ?? "", asks: form.querySelector("h2")?.textContent, says: chosen.join("; ") || given.text || given.how });
    if (begun && ready) goOnFromFirst();
    else nextFirst();
  } else if (form.dataset.does) {
    act(form.dataset.does, given);
  }
});

document.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button[type=button]"));
  if (!button) return;
  const given = { ...button.dataset };
  if (given.does === "report") act("report", { ...given, day: at("as-of")?.value ?? "" });
  else if (given.does) act(given.does, given);
  else if (given.start !== undefined) start();
  else if (given.together !== undefined) act("new", { screen: "together" });
  else if (given.goOn !== undefined) goOn();
  else if (given.forget !== undefined) forgetAll();
  else if (given.begin !== undefined) again();
  else if (given.print !== undefined) document.querySelector("iframe")?.contentWindow?.print();
  else if (button.id === "save-early") saveText("answers.txt", early.map((one) => `${one.asks} ${one.says}`).join("\n"));
});

document.addEventListener("change", async (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (field.type === "file" && field.dataset.does) {
    await act(field.dataset.does, { files: await handedIn(field.files ?? []) });
    field.value = "";
  }
  if (field.id === "keep") {
    if (field.checked) act("show", { screen: state?.screen });
    else forget();
  }
});

for (const name of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(name, async (event) => {
    const place = document.querySelector("[data-drop]");
    event.preventDefault();
    place?.classList.toggle("over", name === "dragover");
    const files = /** @type {DragEvent} */ (event).dataTransfer?.files;
    if (name === "drop" && files?.length) act("open", { files: await handedIn(files) });
  });
}

// What is folded would be missing on paper.
addEventListener("beforeprint", () => { for (const one of document.querySelectorAll("#screen details:not(.unprinted)")) one.setAttribute("open", ""); });

addEventListener("beforeunload", (event) => { if (unsaved && !at("keep").checked) event.preventDefault(); });

// --- what is kept -------------------------------------------------------------------------------------

function goOn() {
  const found = kept(today());
  if (!found) return;
  state = found.state;
  at("keep").checked = true;
  act("show", { screen: state.screen });
}

function again() {
  at("live").textContent = "";
  show("work", false);
  show("nav", false);
  show("begin", true);
  offer();
  at("main").focus();
}

function forgetAll() {
  forget();
  state = null;
  headline = "";
  early = [];
  unsaved = false;
  at("keep").checked = false;
  at("screen").replaceChildren();
  at("sheet").replaceChildren();
  show("keeping", false);
  again();
}

function offer() {
  const found = kept(today());
  show("kept", found !== null);
  if (found) at("kept-until").textContent = found.until_says;
}

offer();
