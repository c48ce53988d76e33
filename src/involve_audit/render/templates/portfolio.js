"use strict";
// The page is whole without this script: it only sorts and filters, and says what it did. It ranks nothing: neither the
// verdict nor the policy can be sorted by, and what could not be audited stays in sight whatever is asked for.
const table = document.querySelector(".map"), tools = document.getElementById("tools"), shown = document.getElementById("shown");
const bodies = [...table.querySelectorAll("tbody")], projects = bodies.filter(body => !body.classList.contains("unread"));
const unread = bodies.length - projects.length, find = document.getElementById("find"), choices = [...tools.querySelectorAll("select")];
const heads = [...table.querySelectorAll("thead th[data-sort]")], caption = table.caption.textContent;
const order = new Intl.Collator("en-GB", {numeric: true, sensitivity: "base"});
let sorted = "in the order in which they were given";

const plain = text => text.normalize("NFKC").toLocaleLowerCase("en-GB");
const head = body => body.querySelector("th").textContent + " " + body.querySelector("td").textContent;

function say() {
  const visible = projects.filter(body => !body.hidden).length;
  const rest = unread ? `, and ${unread} that could not be audited` : "";
  const text = `${visible} of ${projects.length} ${projects.length === 1 ? "project" : "projects"} shown${rest}, ${sorted}.`;
  if (shown.textContent !== text) shown.textContent = text;
  table.caption.textContent = visible === projects.length && sorted.startsWith("in the order") ? caption : text;
}

function filter() {
  const wanted = plain(find.value.trim());
  for (const body of projects)
    body.hidden = !(choices.every(choice => !choice.value || body.dataset[choice.dataset.by] === choice.value)
      && (!wanted || plain(head(body)).includes(wanted)));
  say();
}

function key(body, column) {
  const cell = body.rows[0].cells[column];
  if (!column) return {text: cell.textContent};
  const number = cell.dataset.number;
  return {number: number === undefined ? null : Number(number), text: cell.textContent};
}

function compare(one, other, column, sign) {
  const a = key(one, column), b = key(other, column), silent = "not told";
  // What is not told is neither first nor best: it follows, whichever way the rest is turned.
  if (a.text.startsWith(silent) !== b.text.startsWith(silent)) return a.text.startsWith(silent) ? 1 : -1;
  if (a.number != null && b.number != null) return sign * (a.number - b.number);
  if ((a.number != null) !== (b.number != null)) return a.number != null ? -1 : 1;
  return sign * order.compare(a.text, b.text);
}

function sort(th) {
  const was = th.getAttribute("aria-sort"), now = was === "none" ? "ascending" : was === "ascending" ? "descending" : "none";
  for (const each of heads) each.setAttribute("aria-sort", "none");
  th.setAttribute("aria-sort", now);
  const column = th.cellIndex, sign = now === "descending" ? -1 : 1;
  // Files that could not be audited have no such cell: they follow, in the order in which they were given.
  const rows = now === "none" ? bodies
    : [...[...projects].sort((a, b) => compare(a, b, column, sign)), ...bodies.filter(body => !projects.includes(body))];
  table.append(...rows);
  sorted = now === "none" ? "in the order in which they were given" : `sorted by ${th.firstChild.textContent.trim()}, ${now}`;
  say();
}

for (const th of heads) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = th.textContent;
  // On paper the head is a plain text again: browsers leave buttons out of heads that they repeat on each page.
  const printed = document.createElement("span");
  printed.className = "printed";
  printed.textContent = th.textContent;
  th.replaceChildren(button, printed);
  th.setAttribute("aria-sort", "none");
  button.addEventListener("click", () => sort(th));
}
find.addEventListener("input", filter);
for (const choice of choices) choice.addEventListener("change", filter);
document.getElementById("again").addEventListener("click", () => {
  find.value = "";
  for (const choice of choices) choice.value = "";
  for (const th of heads) th.setAttribute("aria-sort", "none");
  table.append(...bodies);
  sorted = "in the order in which they were given";
  filter();
});
table.classList.add("sortable");
tools.hidden = false;
tools.open = matchMedia("(min-width: 40.01rem)").matches;
say();
