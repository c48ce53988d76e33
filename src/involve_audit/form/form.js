"use strict";
// The project file as a form. Nothing here talks to a network: the page opens a file that somebody chooses, and hands
// back a file. What is asked, and the words that counts and dates are made of, come from the declarations of the tool
// (`form-data`); this script only draws them, reads YAML and writes it.
(() => {
const DATA = JSON.parse(document.getElementById("form-data").textContent);
const W = DATA.words;
const CORE = new Set(DATA.core);
const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

// --- words ---------------------------------------------------------------------------------------------------------

const tidy = (text) => text.replaceAll("_", " ").split(/\s+/).filter(Boolean).join(" ").toLowerCase();

function quote(text, limit = 60) {
  const line = [...text.split(/\s+/).filter(Boolean).join(" ")];
  return `'${line.length <= limit ? line.join("") : line.slice(0, limit - 1).join("") + "…"}'`;
}

/** How many single letters make one word into the other. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

function hint(word, allowed) {
  const plain = tidy(word).replaceAll("-", " ");
  const near = plain.length > 80 ? [] : allowed
    .map((choice) => [distance(plain, choice.toLowerCase().replaceAll("_", " ").replaceAll("-", " ")), choice])
    .filter(([far, choice]) => far <= Math.max(1, Math.floor(choice.length * 0.4)))
    .sort((a, b) => a[0] - b[0]);
  const listed = allowed.length <= 40 ? allowed.join(", ") : allowed.slice(0, 40).join(", ") + ", …";
  return `allowed: ${listed}` + (near.length ? `; did you mean '${near[0][1]}'?` : "");
}

// --- YAML: reading -------------------------------------------------------------------------------------------------
// The part of YAML that project files use: keys, lists, plain and quoted texts, `|` and `>`, [ ] and { }. Everything
// else is refused with its line; nothing is guessed. Every value is a text, as the tool itself reads it.

class YamlError extends Error {
  constructor(line, says) {
    super(says);
    this.line = line;
  }
}

const NO_TEXT = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const NULLS = new Set(["", "~", "null", "Null", "NULL"]);
const ESCAPES = {
  0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"',
  "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029",
};

class Yaml {
  constructor(text) {
    if (new TextEncoder().encode(text).length > DATA.limits.bytes)
      throw new YamlError(1, `the file has more than ${DATA.limits.bytes.toLocaleString("en")} bytes; is this the right file?`);
    this.s = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").replace(/[\x85\u2028\u2029]/g, " ");
    this.i = 0;
    this.depth = 0;
    this.comments = false;
    this.starts = [0];
    for (let n = this.s.indexOf("\n"); n >= 0; n = this.s.indexOf("\n", n + 1)) this.starts.push(n + 1);
    const odd = NO_TEXT.exec(this.s);
    if (odd) this.refuse(`there is a character here that no text has (U+${code(odd[0])}); is this the right file?`, odd.index);
  }

  refuse(says, at = this.i) {
    throw new YamlError(this.line(at), says);
  }

  /** The line of a place, from 1. */
  line(at = this.i) {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  col(at = this.i) {
    return at - this.s.lastIndexOf("\n", at - 1) - 1;
  }

  get c() {
    return this.s[this.i] ?? "";
  }

  isBlank(at) {
    const c = this.s[at];
    return c === undefined || c === " " || c === "\t" || c === "\n";
  }

  /** Past blanks on this line; a tab is refused, for nobody sees it. */
  blanks() {
    while (this.c === " ") this.i++;
    if (this.c === "\t") {
      const rest = this.s.slice(this.i).match(/^[ \t]*(?=#|\n|$)/);
      if (!rest) this.refuse("there is a tab here; YAML wants blanks in front of keys");
      this.i += rest[0].length;
    }
  }

  /** Past a comment to the end of the line. */
  endOfLine(what) {
    const before = this.i;
    this.blanks();
    if (this.c === "#" && (this.i > before || this.col() === 0)) {
      this.comments = true;
      while (this.c && this.c !== "\n") this.i++;
    }
    if (this.c && this.c !== "\n") this.refuse(what);
  }

  /** To the next line that says something; its column, or -1 at the end. */
  next() {
    for (;;) {
      this.blanks();
      if (this.c === "#") {
        this.comments = true;
        while (this.c && this.c !== "\n") this.i++;
      }
      if (this.c !== "\n") break;
      this.i++;
    }
    if (!this.c) return -1;
    const col = this.col();
    if (col === 0 && /^(---|\.\.\.)(\s|$)/.test(this.s.slice(this.i, this.i + 4))) return -1;
    return col;
  }

  document() {
    let col = this.next();
    if (this.c === "%" && this.col() === 0) this.refuse("a line that begins with `%` is a YAML directive, which is not read here; leave it out");
    if (col < 0 && this.s.startsWith("---", this.i)) {
      this.i += 3;
      this.endOfLine("after `---` the file begins on the next line");
      col = this.next();
    }
    if (col < 0 && !this.c) this.refuse("the file is empty");
    if (col < 0) this.refuse("one file holds one document");
    const root = this.node(-1, col);
    if (this.next() >= 0) this.refuse("this line does not fit the lines above it; check the blanks in front of it");
    if (this.s.startsWith("...", this.i)) {
      this.i += 3;
      this.endOfLine("nothing may follow after `...`");
      this.next();
    }
    if (this.c) this.refuse("a second document begins here; one file holds one document");
    if (root.kind !== "map") {
      const found = root.kind === "list" ? "a list" : "a text";
      throw new YamlError(root.line, `the file holds ${found} where keys such as 'project' are needed`);
    }
    return root;
  }

  deeper(read) {
    if (++this.depth > DATA.limits.depth) this.refuse(`this is nested more than ${DATA.limits.depth} levels deep`);
    const made = read();
    this.depth--;
    return made;
  }

  /** What begins here, at a column, below something that is indented by `parent`. */
  node(parent, col) {
    if (this.c === "-" && this.isBlank(this.i + 1)) return this.deeper(() => this.list(col));
    if (this.startsKey()) return this.deeper(() => this.map(col));
    return this.value(parent);
  }

  /** Whether `key:` stands here. */
  startsKey() {
    const c = this.c;
    if (c === "?" && this.isBlank(this.i + 1)) this.refuse("a text that begins with ? needs quotes around it");
    if (c === '"' || c === "'") {
      const end = this.s.indexOf("\n", this.i) < 0 ? this.s.length : this.s.indexOf("\n", this.i);
      const line = this.s.slice(this.i, end);
      const found = c === '"' ? line.match(/^"(?:[^"\\]|\\.)*" *:(?=[ \t]|$)/) : line.match(/^'(?:[^']|'')*' *:(?=[ \t]|$)/);
      return found !== null;
    }
    if ("[]{},|>&*!%@`#".includes(c)) return false;
    for (let n = this.i; n < this.s.length && this.s[n] !== "\n"; n++) {
      if (this.s[n] === "#" && (this.s[n - 1] === " " || this.s[n - 1] === "\t") && n > this.i) return false;
      if (this.s[n] === ":" && this.isBlank(n + 1)) return true;
    }
    return false;
  }

  key() {
    const line = this.line();
    const at = this.i;
    let key;
    if (this.c === '"' || this.c === "'") key = this.quoted();
    else {
      let n = this.i;
      while (!(this.s[n] === ":" && this.isBlank(n + 1))) n++;
      key = this.s.slice(this.i, n).replace(/ +$/, "");
      if (key.includes("\t")) this.refuse("there is a tab here; YAML wants blanks");
      if (key === "<<") this.refuse("`<<` is a YAML merge key, which is not read here; write the values out");
      this.i = n;
    }
    this.blanks();
    if (this.c !== ":") this.refuse("a key without its colon (`key: value`)");
    this.i++;
    this.checkKey(key, at);
    return { key, line };
  }

  checkKey(key, at) {
    if (!key.trim()) this.refuse("there is no key in front of this colon; write `key: value`", at);
    if ([...key].length > DATA.limits.key) this.refuse(`this key has ${[...key].length} characters; a key is a short word`, at);
  }

  put(items, key, line, value) {
    if (items.some((item) => item.key === key)) throw new YamlError(line, `${quote(key)} stands here a second time`);
    items.push({ key, line, value });
  }

  map(col) {
    const node = { kind: "map", items: [], line: this.line() };
    for (;;) {
      const { key, line } = this.key();
      let value;
      this.blanks();
      if (this.c && this.c !== "\n" && this.c !== "#") value = this.value(col);
      else if (this.c === "#" && this.s[this.i - 1] === ":") this.refuse("a text that begins with # needs quotes around it");
      else {
        const start = this.line();
        const below = this.next();
        if (below > col) value = this.node(col, below);
        else if (below === col && this.c === "-" && this.isBlank(this.i + 1)) value = this.deeper(() => this.list(col));
        else value = { kind: "blank", line: start };
      }
      this.put(node.items, key, line, value);
      const next = this.next();
      if (next < col) return node;
      if (next > col) this.refuse("this line does not fit the lines above it; check the blanks in front of it");
      if (this.c === "-" && this.isBlank(this.i + 1)) this.refuse("a list item (`- `) stands where none is expected; put it below its key");
      if (!this.startsKey()) this.refuse("a key without its colon (`key: value`), or a text of several lines that is not indented");
    }
  }

  list(col) {
    const node = { kind: "list", items: [], line: this.line() };
    for (;;) {
      this.i++;
      this.blanks();
      if (this.c && this.c !== "\n" && this.c !== "#") {
        const at = this.col();
        if ((this.c === "-" && this.isBlank(this.i + 1)) || this.startsKey()) node.items.push(this.node(col, at));
        else node.items.push(this.value(col));
      } else {
        const start = this.line();
        const below = this.next();
        node.items.push(below > col ? this.node(col, below) : { kind: "blank", line: start });
      }
      const next = this.next();
      if (next < col || (next === col && !(this.c === "-" && this.isBlank(this.i + 1)))) return node;
      if (next > col) this.refuse("this line does not fit the lines above it; check the blanks in front of it");
    }
  }

  /** A value that is no block of keys or items: a text, or something in brackets. */
  value(parent) {
    const c = this.c;
    const line = this.line();
    if (c === "[" || c === "{") {
      const found = this.deeper(() => this.flow());
      this.endOfLine("the text goes on after a closing bracket; a text that begins with a bracket needs quotes around all of it");
      return found;
    }
    if (c === '"' || c === "'") {
      const text = this.quoted();
      this.endOfLine("the text goes on after a closing quotation mark; it needs quotes around all of it");
      return { kind: "text", text, quoted: true, line };
    }
    if (c === "|" || c === ">") return { kind: "text", text: this.block(parent), quoted: true, line };
    this.plainStart();
    const text = this.plain(parent + 1);
    return NULLS.has(text) ? { kind: "blank", line } : { kind: "text", text, line };
  }

  plainStart() {
    const c = this.c;
    if ("&*!".includes(c)) this.refuse(`a text that begins with ${c} needs quotes around it (anchors, aliases and tags are not read here)`);
    if (",]}#%@`|>".includes(c)) this.refuse(`a text that begins with ${c} needs quotes around it`);
    if ("-?:".includes(c) && this.isBlank(this.i + 1)) {
      this.refuse(c === "-" ? "a list item (`- `) stands where none is expected; put it on a line of its own, below its key"
        : `a text that begins with ${c} needs quotes around it`);
    }
  }

  /** A plain text, also over several lines that are indented by at least `indent`. */
  plain(indent) {
    let text = "";
    for (;;) {
      let end = this.i;
      while (end < this.s.length && this.s[end] !== "\n") {
        if (this.s[end] === "#" && (this.s[end - 1] === " " || this.s[end - 1] === "\t")) break;
        if (this.s[end] === ":" && this.isBlank(end + 1))
          this.refuse("a colon stands where none is expected; a text that holds a colon needs quotes around it", end);
        end++;
      }
      const words = this.s.slice(this.i, end).replace(/[ \t]+$/, "");
      if (words.includes("\t")) this.refuse("there is a tab in this text; put it in quotes");
      text += words;
      this.i = end;
      const commented = this.c === "#";
      // What follows: more of the text, or something else.
      const here = this.i;
      let breaks = 0;
      let n = this.i;
      while (!commented && this.s[n] === "\n") {
        breaks++;
        n++;
        while (this.s[n] === " ") n++;
        if (this.s[n] === "\t") this.refuse("there is a tab here; YAML wants blanks in front of keys", n);
      }
      if (commented || n >= this.s.length || !breaks || this.s[n] === "#" || this.col(n) < indent ||
          (this.col(n) === 0 && /^(---|\.\.\.)(\s|$)/.test(this.s.slice(n, n + 4)))) {
        this.i = here;
        if (commented) {
          const col = this.next();
          if (col >= indent && col >= 0) this.refuse("this line does not fit the lines above it; a text cannot go on after a comment");
        } else if (this.s[n] === "#" && n < this.s.length) {
          const col = this.next();
          if (col >= indent && col >= 0) this.refuse("this line does not fit the lines above it; a text cannot go on after a comment");
        }
        return text;
      }
      text += breaks === 1 ? " " : "\n".repeat(breaks - 1);
      this.i = n;
    }
  }

  quoted() {
    const mark = this.c;
    const began = this.i++;
    let text = "";
    for (;;) {
      let folded = false;
      let spaces = "";
      let first = "";
      let more = "";
      while (this.c && this.c !== mark && !this.isBlank(this.i)) {
        if (mark === '"' && this.c === "\\") {
          const next = this.s[this.i + 1];
          if (next === "\n") {
            this.i += 2;
            folded = true;
            break;
          }
          text += this.escape(next);
        } else {
          text += this.c;
          this.i++;
        }
      }
      if (!this.c) this.refuse("the quotation mark that begins here is not closed", began);
      if (!folded && this.c === mark) {
        if (mark === "'" && this.s[this.i + 1] === "'") {
          text += "'";
          this.i += 2;
          continue;
        }
        this.i++;
        return text;
      }
      while (this.c === " " || this.c === "\t" || this.c === "\n") {
        if (this.c === "\n") {
          if (folded) more += "\n";
          else {
            spaces = "";
            first = "\n";
            folded = true;
          }
          if (/^(---|\.\.\.)(\s|$)/.test(this.s.slice(this.i + 1, this.i + 5))) this.refuse("the quotation mark that begins here is not closed", began);
        } else if (!folded) spaces += this.c;
        this.i++;
      }
      if (!folded) text += spaces;
      else text += first === "\n" ? more || " " : more;
    }
  }

  escape(next) {
    const long = { x: 2, u: 4, U: 8 }[next];
    if (long) {
      const digits = this.s.slice(this.i + 2, this.i + 2 + long);
      const point = parseInt(digits, 16);
      if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < long || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
        this.refuse("in double quotes a backslash begins an escape, and this one is not known; use single quotes instead");
      const made = String.fromCodePoint(point);
      if (NO_TEXT.test(made)) this.refuse(`an escape in this text makes a character that no text has (U+${code(made)}); leave it out`);
      this.i += 2 + long;
      return made;
    }
    if (next === undefined || !has(ESCAPES, next))
      this.refuse("in double quotes a backslash begins an escape, and this one is not known; use single quotes instead");
    if (NO_TEXT.test(ESCAPES[next])) this.refuse(`an escape in this text makes a character that no text has (U+${code(ESCAPES[next])}); leave it out`);
    this.i += 2;
    return ESCAPES[next];
  }

  /** A text after `|` or `>`. */
  block(parent) {
    const literal = this.c === "|";
    const head = this.s.slice(this.i + 1).match(/^(?:([+-])([1-9])?|([1-9])([+-])?)?/);
    const keep = head[1] ?? head[4] ?? "";
    const told = Number(head[2] ?? head[3] ?? 0);
    this.i += 1 + head[0].length;
    this.endOfLine("after `|` or `>` the text begins on the next line; a text that begins with one of them needs quotes");
    let indent = told ? Math.max(parent, 0) + told : -1;
    const lines = [];
    let ended = false;
    if (this.c === "\n") this.i++;
    else ended = true;
    let widest = 0;
    while (!ended) {
      const end = this.s.indexOf("\n", this.i);
      const stop = end < 0 ? this.s.length : end;
      const line = this.s.slice(this.i, stop);
      const blank = /^ */.exec(line)[0].length;
      if (blank === line.length && (indent < 0 || blank <= indent)) {
        widest = Math.max(widest, blank);
        if (end < 0) break;
        lines.push({ text: null });
      } else {
        if (indent < 0) {
          if (line[blank] === "\t") this.refuse("there is a tab here; YAML wants blanks in front of a text");
          if (blank <= parent) break;
          indent = blank;
          if (widest > indent) this.refuse("an empty line above this one has more blanks in front than the text; take them away");
        }
        if (blank < indent) {
          if (line[blank] === "\t") this.refuse("there is a tab here; YAML wants blanks in front of a text");
          break;
        }
        lines.push({ text: line.slice(indent), last: end < 0 });
      }
      if (end < 0) {
        this.i = stop;
        break;
      }
      this.i = end + 1;
    }
    // Back to the end of the line before, where what follows is looked for.
    if (this.i > 0 && this.s[this.i - 1] === "\n" && this.i <= this.s.length) this.i--;
    return folded(lines, literal, keep);
  }

  // In brackets.

  space() {
    for (;;) {
      const before = this.i;
      while (this.c === " " || this.c === "\n") {
        this.i++;
        if (this.s[this.i - 1] === "\n" && /^(---|\.\.\.)(\s|$)/.test(this.s.slice(this.i, this.i + 4)))
          this.refuse("a bracket above is not closed");
      }
      if (this.c === "\t") this.refuse("there is a tab here; YAML wants blanks");
      if (this.c === "#" && (this.i > before || this.col() === 0)) {
        this.comments = true;
        while (this.c && this.c !== "\n") this.i++;
      }
      if (this.i === before) return;
    }
  }

  flow() {
    const open = this.c;
    const began = this.i;
    const line = this.line();
    const close = open === "[" ? "]" : "}";
    const node = { kind: open === "[" ? "list" : "map", items: [], line };
    this.i++;
    for (;;) {
      this.space();
      if (!this.c) this.refuse(`this \`${open}\` is not closed with \`${close}\``, began);
      if (this.c === close) {
        this.i++;
        return node;
      }
      if (open === "[") node.items.push(this.flowValue());
      else this.flowPair(node);
      this.space();
      if (this.c === ",") this.i++;
      else if (this.c !== close)
        this.refuse(this.c === ":" ? "a colon stands where none is expected; a text that holds a colon needs quotes around it"
          : this.c ? "a comma is missing before this place" : `this \`${open}\` is not closed with \`${close}\``, this.c ? this.i : began);
    }
  }

  flowPair(node) {
    const at = this.i;
    const line = this.line();
    let key;
    if (this.c === '"' || this.c === "'") key = this.quoted();
    else {
      if (this.c === "[" || this.c === "{") this.refuse("a key must be a plain word; is a text in brackets in need of quotes?");
      key = this.flowPlain();
      if (key === "<<") this.refuse("`<<` is a YAML merge key, which is not read here; write the values out", at);
    }
    if (this.s.slice(at, this.i).includes("\n")) this.refuse("a key stands on one line", at);
    this.checkKey(key, at);
    while (this.c === " ") this.i++;
    let value = { kind: "blank", line };
    if (this.c === ":") {
      if (!this.isBlank(this.i + 1)) this.refuse("after a colon in brackets a blank is needed");
      this.i++;
      this.space();
      if (this.c && this.c !== "," && this.c !== "}") value = this.flowValue();
    }
    this.put(node.items, key, line, value);
  }

  flowValue() {
    const line = this.line();
    if (this.c === "[" || this.c === "{") return this.deeper(() => this.flow());
    if (this.c === '"' || this.c === "'") return { kind: "text", text: this.quoted(), quoted: true, line };
    const text = this.flowPlain();
    return NULLS.has(text) ? { kind: "blank", line } : { kind: "text", text, line };
  }

  flowPlain() {
    this.plainStart();
    if (this.c === "-" && "[]{},".includes(this.s[this.i + 1])) this.refuse("a text that begins with - needs quotes around it");
    let text = "";
    for (;;) {
      let end = this.i;
      while (end < this.s.length && !"\n,[]{}".includes(this.s[end])) {
        if (this.s[end] === "#" && this.s[end - 1] === " ") break;
        if (this.s[end] === ":" && (this.isBlank(end + 1) || "?,[]{}".includes(this.s[end + 1]))) break;
        if (this.s[end] === "\t") this.refuse("there is a tab in this text; put it in quotes", end);
        end++;
      }
      text += this.s.slice(this.i, end).replace(/ +$/, "");
      this.i = end;
      if (this.c !== "\n") break;
      let breaks = 0;
      let n = this.i;
      while (this.s[n] === "\n") {
        breaks++;
        n++;
        while (this.s[n] === " ") n++;
      }
      if (n >= this.s.length || ",[]{}#\t:".includes(this.s[n])) break;
      if (this.col(n) === 0 && /^(---|\.\.\.)(\s|$)/.test(this.s.slice(n, n + 4))) break;
      text += breaks === 1 ? " " : "\n".repeat(breaks - 1);
      this.i = n;
    }
    if (!text) this.refuse("a value is missing here");
    return text;
  }
}

const code = (character) => character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");

/** The lines of a block as one text: with `>` they run together, except where they are indented. */
function folded(lines, literal, keep) {
  let text = "";
  let leading = "";
  let trailing = "";
  let before = false;
  let n = 0;
  while (n < lines.length && lines[n].text === null) {
    trailing += "\n";
    n++;
  }
  while (n < lines.length) {
    const indented = /^[ \t]/.test(lines[n].text);
    if (!literal && leading === "\n" && !before && !indented) {
      if (!trailing) text += " ";
    } else text += leading;
    text += trailing;
    trailing = "";
    before = indented;
    text += lines[n].text;
    leading = lines[n].last ? "" : "\n";
    n++;
    while (n < lines.length && lines[n].text === null) {
      trailing += "\n";
      n++;
    }
  }
  if (keep !== "-") text += leading;
  if (keep === "+") text += trailing;
  return text;
}

// --- from YAML to answers ------------------------------------------------------------------------------------------
// Answers are plain: a text, a list of answers, {key: answer} for a part, and [{name, value}] for names. "unknown" in
// the place of a list, of names or of a part says that it was asked and is not known. What is not there is not told.

const isPart = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const partOf = (name) => DATA.parts[name];
const fieldOf = (part, key) => part.fields.find((field) => field.key === key);

function blankName(kind) {
  return kind === "map" ? "a group of keys" : kind === "list" ? "a list" : "nothing";
}

/** Reads a tree of YAML as a project file; problems go to `complain(line, where, says)`. */
class Reader {
  constructor() {
    this.problems = [];
  }

  complain(line, path, says) {
    if (this.problems.length < 100) this.problems.push({ line, where: path.join("."), says });
  }

  part(name, node, path) {
    const part = partOf(name);
    const short = part.short ?? {};
    if (short.listing) {
      const found = this.listing(part, short.listing, node, path);
      if (found !== undefined) return found;
    }
    if (node.kind === "text") {
      const word = tidy(node.text);
      if (short.words && has(short.words, word)) return { ...short.words[word] };
      if (short.text) {
        const field = fieldOf(part, short.text);
        const value = this.value(field.kind, node, path);
        return value === undefined ? undefined : { [short.text]: value, ...short.more };
      }
      if (!short.words && word === "unknown" && !part.fields.some((field) => field.needed)) return "unknown";
      const words = Object.keys(short.words ?? {}).filter((w) => w !== "true" && w !== "false");
      this.complain(node.line, path, `${quote(node.text)} says too little here; write keys below it` + (words.length ? `, or one word: ${words.join(", ")}` : ""));
      return undefined;
    }
    if (node.kind !== "map") {
      this.complain(node.line, path, `${blankName(node.kind)} stands here where keys are needed (\`key: value\`)`);
      return undefined;
    }
    const answers = {};
    for (const item of node.items) {
      const field = fieldOf(part, item.key);
      if (!field) {
        const blank = item.value.kind === "blank" ? ", and nothing stands behind it; a text that holds a comma needs quotes around it inside { } or [ ]" : "";
        this.complain(item.line, [...path, item.key], `${quote(item.key)} is not a key here${blank}; ${hint(item.key, part.order)}`);
        continue;
      }
      const value = this.value(field.kind, item.value, [...path, item.key]);
      if (value !== undefined) answers[item.key] = value;
    }
    return answers;
  }

  listing(part, entry, node, path) {
    if (node.kind === "text") {
      const word = tidy(node.text);
      if (word === "none" || word === "no") return { complete: "yes", entries: [] };
      if (word === "unknown") return "unknown";
    }
    const list = (items) => {
      const field = fieldOf(part, "entries");
      return this.value(field.kind, { kind: "list", items, line: node.line }, path);
    };
    if (node.kind === "list") {
      if (!node.items.length) return { complete: "yes", entries: [] };
      const entries = list(node.items);
      return entries === undefined ? undefined : { entries };
    }
    if (node.kind === "map" && !node.items.some((item) => item.key === "entries" || item.key === "complete")) {
      const known = partOf(entry).order;
      if (node.items.some((item) => known.includes(item.key) && item.value.kind !== "blank")) {
        const entries = list([node]);
        return entries === undefined ? undefined : { entries };
      }
    }
    return undefined;
  }

  value(kind, node, path) {
    if (node.kind === "blank") return undefined;
    if (kind.part) return this.part(kind.part, node, path);
    if (kind.list) return this.list(kind, node, path);
    if (kind.names) return this.names(kind, node, path);
    if (kind === "dates" && node.kind === "map" && node.items.length === 1 && node.items[0].value.kind === "text") {
      const [{ key, value }] = node.items;
      if (["before", "during", "after"].includes(tidy(key))) return `${key}: ${value.text}`;
    }
    if (node.kind !== "text") {
      this.complain(node.line, path, `${blankName(node.kind)} stands here where ${kind === "text" || kind.ref ? "a text" : "one answer"} is needed`);
      return undefined;
    }
    if (!kind.choice) return node.text;
    const choice = chosen(kind, node.text);
    if (choice === undefined) {
      const says = DATA.notTold.includes(tidy(node.text)) ? leaveOut(node.text) : `${quote(node.text)} is not one of the choices; ${hint(node.text, kind.choice)}`;
      this.complain(node.line, path, says);
    }
    return choice;
  }

  list(kind, node, path) {
    if (node.kind === "list") {
      const there = node.items.filter((item) => item.kind !== "blank");
      if (node.items.length && !there.length) return undefined;
      return there.map((item, n) => told(kind.list, this.value(kind.list, item, [...path, n]))).filter((value) => value !== undefined);
    }
    if (node.kind === "text") {
      const word = tidy(node.text);
      if (word === "unknown" && kind.unknown) return "unknown";
      if (kind.empty.includes(word)) return [];
    }
    const one = this.value(kind.list, node, path);
    return one === undefined ? undefined : [told(kind.list, one)];
  }

  names(kind, node, path) {
    if (node.kind === "list" && !node.items.length) return [];
    if (node.kind === "text") {
      const word = tidy(node.text);
      if (word === "none" || word === "no") return [];
      if (word === "unknown") return "unknown";
    }
    if (node.kind !== "map") {
      this.complain(node.line, path, "names with something below them are needed here (`name: …`)");
      return undefined;
    }
    const found = [];
    for (const item of node.items) {
      const name = kind.keys ? chosen({ choice: kind.keys }, item.key) : item.key;
      if (name === undefined) {
        this.complain(item.line, [...path, item.key], `${quote(item.key)} is not one of the choices; ${hint(item.key, kind.keys)}`);
        continue;
      }
      if (found.some((there) => there.name === name)) {
        this.complain(item.line, [...path, item.key], `${quote(item.key)} stands here a second time`);
        continue;
      }
      // A room or a source with a name and nothing below it is there, and nothing is told of it.
      let value = told(kind.names, this.value(kind.names, item.value, [...path, item.key]));
      if (item.value.kind === "blank" && path.length === 1 && (path[0] === "rooms" || path[0] === "sources")) value = {};
      if (value !== undefined) found.push({ name, value });
    }
    return found;
  }
}

/** An entry that says "unknown" is there, and nothing is told of it. */
const told = (kind, value) => (kind.part && value === "unknown" ? {} : value);

/** The choice that a text means, read kindly; undefined where it means none. */
function chosen(kind, text) {
  if (kind.choice.includes(text)) return text;
  const word = tidy(text);
  if (kind.choice.includes(word)) return word;
  if (kind.pattern && new RegExp(kind.pattern.trimEnd() + "\\b", "i").test(word)) return text;
  if (has(DATA.same, word) && kind.choice.includes(DATA.same[word])) return DATA.same[word];
  const letters = (w) => w.replace(/[^\p{L}\p{N}]/gu, "");
  return letters(word) ? kind.choice.find((choice) => letters(choice) === letters(word)) : undefined;
}

function read(text) {
  const yaml = new Yaml(text);
  const node = yaml.document();
  const reader = new Reader();
  const root = reader.part(DATA.root, node, []);
  if (root && root.format === undefined && !reader.problems.length)
    reader.complain(1, [], "'format' is missing; a project file says `format: 1`");
  return { root, problems: reader.problems, comments: yaml.comments };
}

// --- YAML: writing -------------------------------------------------------------------------------------------------

const PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`][^\n\t\r]*$/u;

/** A text as it may stand behind a key on one line. */
function scalar(text, inFlow = false) {
  const plain = PLAIN.test(text) && !/: |:$| #|^(---|\.\.\.)/.test(text) && text.trim() === text && !NULLS.has(text) && text !== "<<" &&
    !/[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/.test(text) && !/\s$|^\s/u.test(text) && !(inFlow && /[,[\]{}:?]/.test(text));
  if (plain) return text;
  if (!/[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/.test(text.replace(/[\u{10000}-\u{10ffff}]/gu, "")) && !text.includes("\n"))
    return text.includes("'") && !/["\\]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
  return `"${[...text].map(escaped).join("")}"`;
}

function escaped(character) {
  const known = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N", "\xa0": "\\_", "\u2028": "\\L", "\u2029": "\\P" };
  if (has(known, character)) return known[character];
  const point = character.codePointAt(0);
  if (point >= 0x20 && point < 0x7f) return character;
  return point < 0xa0 || point === 0xfeff || point >= 0xfffe && point <= 0xffff ? `\\u${code(character)}` : character;
}

/** Whether a text of several lines can be written as it stands. */
const asBlock = (text) =>
  text.includes("\n") && !/^[\s]|[ \t](\n|$)|[\r\x85\u2028\u2029\ufeff]|\t/.test(text) && !/^\n/.test(text) && !/\n\n$/.test(text);

class Writer {
  constructor() {
    this.lines = [];
  }

  /** The lines of a value below or behind a key. */
  put(head, value, indent) {
    const pad = "  ".repeat(indent);
    if (typeof value === "string") {
      if (asBlock(value)) {
        this.lines.push(`${head} |${value.endsWith("\n") ? "" : "-"}`);
        for (const line of value.replace(/\n$/, "").split("\n")) this.lines.push(line ? pad + line : "");
      } else this.lines.push(`${head} ${scalar(value)}`);
    } else if (Array.isArray(value)) {
      const texts = value.every((item) => typeof item === "string" && !item.includes("\n"));
      const flow = texts ? `[${value.map((item) => scalar(item, true)).join(", ")}]` : "";
      if (texts && head.length + flow.length < 120 && value.every((item) => item.length < 60)) this.lines.push(`${head} ${flow}`);
      else {
        this.lines.push(head);
        for (const item of value) this.item(item, indent);
      }
    } else if (!Object.keys(value.pairs).length) this.lines.push(`${head} {}`);
    else {
      this.lines.push(head);
      this.pairs(value.pairs, indent);
    }
  }

  pairs(pairs, indent) {
    for (const [key, value] of pairs) this.put(`${"  ".repeat(indent)}${scalar(key)}:`, value, indent + 1);
  }

  item(value, indent) {
    const pad = "  ".repeat(indent);
    if (typeof value === "string" || Array.isArray(value) || !value.pairs.length) {
      this.put(`${pad}-`, value, indent + 1);
      return;
    }
    const from = this.lines.length;
    this.pairs(value.pairs, indent + 1);
    this.lines[from] = `${pad}- ${this.lines[from].slice(pad.length + 2)}`;
  }
}

/** An answer as texts, lists and {pairs}, in the order of the format, with short forms where they say the same. */
function outline(kind, value) {
  if (typeof value === "string") return value;
  if (kind.part) return outlinePart(kind.part, value);
  if (kind.list) {
    const items = value.map((item) => outline(kind.list, item));
    // One entry needs no list around it, if it cannot be taken for something else.
    if (items.length === 1 && !Array.isArray(items[0]) && kind.begun) return items[0];
    if (!items.length) return kind.empty.includes("none") ? "none" : items;
    return items;
  }
  if (!value.length) return "none";
  return { pairs: value.map(({ name, value: below }) => [name, outline(kind.names, below)]) };
}

function outlinePart(name, value) {
  const part = partOf(name);
  const keys = part.order.filter((key) => value[key] !== undefined);
  const short = part.short ?? {};
  if (short.listing && keys.length && keys.includes("entries")) {
    if (Array.isArray(value.entries) && !value.entries.length && value.complete === "yes") return "none";
  }
  if (short.words && keys.length === 1) {
    const word = Object.keys(short.words).find((w) => w !== "true" && keys.every((key) => short.words[w][key] === value[key]) &&
      Object.keys(short.words[w]).length === 1);
    if (word) return part.practice && word === "no" ? "none" : word;
  }
  if (short.text === "role" && keys.length === 1 && keys[0] === "role") return value.role;
  return { pairs: keys.map((key) => [key, outline(fieldOf(part, key).kind, value[key])]) };
}

function write(root) {
  const writer = new Writer();
  const { pairs } = outlinePart(DATA.root, { format: "1", ...root });
  for (const [key, value] of pairs) {
    if (writer.lines.length) writer.lines.push("");
    writer.put(`${key}:`, value, 1);
  }
  return writer.lines.join("\n") + "\n";
}

// --- what counts, dates, lengths of time and amounts may say --------------------------------------------------------
// The same rules, word by word, as the tool has when it reads the file. Each reader gives what it read, or throws a
// text that says what is allowed.

const isDigits = (text) => /^[0-9]+$/.test(text);
const join = (words) => words.join(" ");
const split = (text) => text.split(/\s+/).filter(Boolean);

function leaveOut(word) {
  return `${quote(word)} is not an answer; leave this empty where nothing is told, or choose “asked, and not known”`;
}

function wordsOf(value, wanted, allowed) {
  const length = [...value].length;
  if (length > DATA.limits.value) throw `${wanted} is needed here, not a text of ${length} characters (${quote(value, 30)}); ${allowed}`;
  const text = tidy(value).replace(/[‐‑‒–—−]/g, "-");
  if (DATA.notTold.includes(text)) throw leaveOut(value);
  return text;
}

function spelled(text) {
  if (text === "half a dozen") return 6;
  const words = split(text.replaceAll("-", " "));
  if (!words.length || words.length > 9 || ["and", "a", "an"].includes(words.at(-1))) return null;
  let total = 0;
  let current = -1;
  let article = false;
  for (const word of words) {
    if (article && !has(W.scales, word)) return null;
    article = false;
    const small = has(W.small, word) ? W.small[word] : null;
    if ((word === "a" || word === "an") && current < 0) {
      current = 1;
      article = true;
    } else if (word === "and" && (current > 0 || total)) continue;
    else if (small !== null && (current < 0 || (current && current % 100 === 0))) current = Math.max(current, 0) + small;
    else if (small !== null && small > 0 && small < 10 && current % 100 >= 20 && current % 10 === 0) current += small;
    else if (has(W.tens, word) && (current < 0 || (current && current % 100 === 0))) current = Math.max(current, 0) + W.tens[word];
    else if (word === "hundred" && current > 0 && current < 100) current *= 100;
    else if (has(W.scales, word) && current > 0 && current < 1000 && (!total || total >= 1000 * W.scales[word])) {
      total += current * W.scales[word];
      current = -1;
    } else if (isDigits(word) && word.length < 4 && current < 0 && !total && words.length === 2) current = Number(word);
    else return null;
  }
  return total + Math.max(current, 0);
}

function number(text) {
  text = text.trim();
  if (isDigits(text)) return text.length < 12 ? Number(text) : null;
  if (has(W.small, text)) return W.small[text];
  if (/^[0-9]{1,3}(?:[, '][0-9]{3}){1,3}$/.test(text)) return Number(text.replace(/[^0-9]/g, ""));
  return spelled(text);
}

function bounds(how, n) {
  const give = n > 1 ? Math.max(Math.floor(n / 4), 1) : 0;
  switch (how) {
    case "up to": return [n > 2 ? 2 : Math.min(n, 1), n];
    case "most": return [0, n];
    case "fewer": return [0, n - 1];
    case "about": return [n - give, n + give];
    case "nearly": return [n - give, n];
    case "least": return [n, null];
    case "more": return [n + 1, null];
    default: return [n, n];
  }
}

function twoNumbers(text) {
  text = text.replace(/^from /, "");
  const between = text.startsWith("between ");
  text = text.replace(/^between /, "");
  for (const separator of between ? [" and "] : [" to ", " or ", "-"]) {
    const at = text.indexOf(separator);
    if (at < 0) continue;
    const low = number(text.slice(0, at));
    const high = number(text.slice(at + separator.length));
    if (low !== null && high !== null) return [low, high];
  }
  return null;
}

function numbers(how, text) {
  if (text.endsWith("+") && !how) [how, text] = ["least", text.slice(0, -1).trim()];
  else if (text.endsWith("ish") && !how) [how, text] = ["about", text.slice(0, -3).replace(/-+$/, "")];
  const n = number(text);
  if (n !== null) return n || how !== "fewer" ? bounds(how, n) : null;
  if ((text === "a couple" || text === "couple") && (how === "" || how === "exact")) return [2, 3];
  const span = twoNumbers(text);
  if (!span || !["", "exact", "about"].includes(how)) return null;
  if (how === "about" && span[0] <= span[1]) return [bounds(how, span[0])[0], bounds(how, span[1])[1]];
  return span;
}

function countBounds(text) {
  let how = "";
  if (text[0] === "~" || text[0] === "≈") [how, text] = ["about", text.slice(1).trim()];
  let words = split(text);
  let namesWhat = false;
  while (words.length) {
    const length = [3, 2, 1].find((n) => words.length > n && has(W.after, join(words.slice(-n))));
    if (length) {
      if (how) return null;
      how = W.after[join(words.slice(-length))];
      words = words.slice(0, -length);
    } else if (words.length > 1 && W.counted.includes(words.at(-1).replace(/\.+$/, "")) && !W.some.includes(join(words))) {
      words.pop();
      namesWhat = true;
    } else break;
  }
  if (W.some.includes(join(words)) && !how) return [2, null];
  const length = [3, 2, 1].find((n) => words.length > n && has(W.before, join(words.slice(0, n))));
  if (length) {
    if (how) return null;
    how = W.before[join(words.slice(0, length))];
    words = words.slice(length);
  }
  let found = numbers(how, join(words));
  for (let n = 0; n < 2; n++) {
    const last = words.length > 1 ? words.at(-1) : "";
    if (found || !namesWhat || !/^\p{L}+$/u.test(last) || W.noAdjective.includes(last) || number(last) !== null) break;
    words.pop();
    found = numbers(how, join(words));
  }
  return found;
}

function readCount(value) {
  const allowed = W.allowed.count;
  const text = wordsOf(value, "a number", allowed);
  if (isDigits(text) && text.length < 12) return { low: Number(text), high: Number(text) };
  if (["unknown", "not known", "?"].includes(text)) return { low: 0, high: null };
  if (W.none.includes(text)) return { low: 0, high: 0 };
  if (W.shares.includes(text) || text.includes("%")) throw `${quote(value)} is a share and no count; write how many, or leave it out`;
  const found = countBounds(text);
  if (!found) {
    if (/^(-|minus )/.test(text) && number(text.replace(/^minus /, "").replace(/^[- ]+/, "")) !== null)
      throw `${quote(value)} is less than nothing; a count is 0 or more`;
    if (/^[0-9]+[.,][0-9]+$/.test(text)) throw `${quote(value)} is no whole number; ${allowed}`;
    if (/\b(?:hour|day|week|month|year|minute)s?$/.test(text)) throw `${quote(value)} names a unit; write the number alone`;
    if (/[0-9] (?:out )?of (?:the )?[0-9]/.test(text)) throw `${quote(value)} holds two numbers; write the one that is asked for here`;
    throw `${quote(value)} is not a count; ${allowed}`;
  }
  if (found[1] !== null && found[0] > found[1]) throw `${quote(value)} runs backwards; write the smaller number first, as in '5 to 8'`;
  return { low: found[0], high: found[1] };
}

// Days are counted from 1 January 1970, so that spans are pairs of numbers.

function dayOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / 86400000);
}
const lastDay = (year, month) => dayOf(year, month + 1, 0);
const monthsOf = (year, first, last) => [dayOf(year, first, 1), lastDay(year, last)];
const LONG_AGO = dayOf(2, 1, 1);
const FAR_OFF = dayOf(9998, 12, 31);

function yearOf(text) {
  return text !== undefined && text.length === 4 && isDigits(text) && Number(text) >= W.years[0] && Number(text) <= W.years[1] ? Number(text) : null;
}

function secondYear(first, text) {
  if (!(text.length === 2 && isDigits(text))) return yearOf(text);
  const last = Number(String(first).slice(0, 2) + text);
  if (last >= first) return last;
  return last + 100 <= first + 30 ? last + 100 : null;
}

function oneDay(year, month, day) {
  const n = Number(day);
  if (!isDigits(day) || n < 1 || n > lastDay(year, month) - dayOf(year, month, 1) + 1) return null;
  return [dayOf(year, month, n), dayOf(year, month, n)];
}

function oneDate(text) {
  text = text.trim();
  const year = yearOf(text.slice(0, 4));
  if (year !== null && (text.length === 4 || "-/".includes(text[4]))) return byNumber(year, text);
  for (const word of W.aside) if (text.startsWith(word + " ")) return oneDate(text.slice(word.length));
  for (const word of W.about) {
    if (text.startsWith(word) && (word.length < 2 || word.endsWith(".") || text.slice(word.length).startsWith(" "))) {
      const found = oneDate(text.slice(word.length));
      return found && widened(found);
    }
  }
  for (const [word, part] of Object.entries(W.parts)) {
    const rest = text.slice(word.length);
    if (text.startsWith(word) && (/^[ -]/.test(rest) || word.endsWith("-"))) {
      const found = oneDate(rest.replace(/^[- ]+/, ""));
      return found && partOfSpan(found, part);
    }
  }
  return byName(text);
}

function widened([first, last]) {
  const more = Math.max(Math.floor((last - first + 1) / 2), 7);
  return [first - more, last + more];
}

function partOfSpan([first, last], part) {
  const days = last - first;
  const half = Math.floor(days / 2);
  const quarter = Math.floor(days / 4);
  if (part === "middle") return [first + quarter, last - quarter];
  return part === "first half" ? [first, first + half] : [first + half, last];
}

function byNumber(year, text) {
  if (text.length === 4) return [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  const parts = text.slice(5).replaceAll("/", "-").split("-");
  const digits = parts.every((p) => isDigits(p) && p.length <= 2);
  const month = Number(parts[0]);
  if (parts.length === 1 && digits && text[4] === "-" && month >= 1 && month <= 12) return monthsOf(year, month, month);
  if (parts.length === 2 && digits && month >= 1 && month <= 12) return oneDay(year, month, parts[1]);
  if (parts.length === 1 && /^q[1-4]$/.test(parts[0])) return monthsOf(year, 3 * Number(parts[0][1]) - 2, 3 * Number(parts[0][1]));
  if (parts.length === 1 && (parts[0].length === 2 || parts[0].length === 4)) {
    const last = secondYear(year, parts[0]);
    if (last !== null && year < last) return [dayOf(year, 1, 1), dayOf(last, 12, 31)];
  }
  return null;
}

function byName(text) {
  let words = split(text);
  if (words.length < 2) {
    const year = text.length === 5 && text.endsWith("0s") ? yearOf(text.slice(0, 4)) : null;
    return year === null ? null : [dayOf(year, 1, 1), dayOf(year + 9, 12, 31)];
  }
  if (words.length === 2 && words[0] === "winter" && words[1].length > 4 && "-/".includes(words[1][4])) {
    const first = yearOf(words[1].slice(0, 4));
    const last = first === null ? null : secondYear(first, words[1].slice(5));
    return first !== null && last === first + 1 ? [dayOf(first, 12, 1), lastDay(last, 2)] : null;
  }
  let year = yearOf(words.at(-1));
  if (year === null) {
    year = yearOf(words[0]);
    words = [...words.slice(1), words[0]];
    if (year === null || !/^q[1-4]$/.test(words[0])) return null;
  }
  const name = words[0].replace(/\.+$/, "");
  const quarter = (n) => monthsOf(year, 3 * n - 2, 3 * n);
  if (words.length === 2) {
    if (has(W.seasons, name)) return monthsOf(year, ...W.seasons[name]);
    if (name === "winter") return [dayOf(year, 1, 1), lastDay(year + 1, 2)];
    if (has(W.months, name)) return monthsOf(year, W.months[name], W.months[name]);
    if (/^q[1-4]$/.test(name)) return quarter(Number(name[1]));
  }
  if (words.length === 3) {
    const other = words[1].replace(/\.+$/, "");
    const which = { first: 1, second: 2, third: 3, fourth: 4, last: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
    if (other === "quarter" && has(which, name)) return quarter(which[name]);
    const [day, month] = has(W.months, name) ? [other, name] : [name, other];
    if (has(W.months, month) && isDigits(day) && day.length <= 2) return oneDay(year, W.months[month], day);
  }
  return null;
}

function spanOfDates(text) {
  const single = oneDate(text);
  if (single) return single;
  text = text.replace(/^between /, "").replace(/^from /, "");
  for (const separator of [" to ", " until ", " till ", " through ", " - ", " and ", " & ", "-", "/"]) {
    if ((separator === "-" || separator === "/") && text.split(separator).length !== 2) continue;
    const at = text.indexOf(separator);
    const span = at < 0 ? null : twoDates(text.slice(0, at).trim(), text.slice(at + separator.length).trim());
    if (span) return span;
  }
  return null;
}

function twoDates(first, last) {
  let end = oneDate(last);
  let begin = oneDate(first);
  if (end && !begin) {
    const words = split(last);
    if (isDigits(first) && words.length === 3) begin = oneDate(`${first} ${join(words.slice(1))}`);
    else {
      begin = oneDate(`${first} ${words.at(-1)}`);
      const year = yearOf(words.at(-1));
      if (begin && year !== null && begin[0] > end[1]) begin = oneDate(`${first} ${year - 1}`);
    }
  } else if (begin && !end) {
    const year = yearOf(split(first).at(-1));
    end = year === null ? null : oneDate(`${last} ${year}`);
  }
  return begin && end ? [begin[0], end[1]] : null;
}

function plainDate(text) {
  text = text.replace(/[,:]/g, " ").replace(/\b([0-9]{1,2})(?:st|nd|rd|th)\b/g, "$1");
  text = text.replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g, " ");
  text = text.replace(/\b([a-z]+|[0-9]{1,2}) of (?=[a-z0-9])/g, (all, word) => (word === "start" || word === "end" ? all : word + " "));
  return join(split(text));
}

function openSpan(text) {
  for (const word of ["since ", "from ", "starting ", "starting in ", "beginning in ", "as from "]) {
    const found = text.startsWith(word) && oneDate(text.slice(word.length).replace(/ onwards$/, "").replace(/ on$/, ""));
    if (found) return found;
  }
  for (const word of W.onwards) {
    const found = text.endsWith(word) && oneDate(text.slice(0, -word.length).replace(/^from /, "").replace(/^since /, ""));
    if (found) return found;
  }
  if (text.endsWith("-") && yearOf(text.slice(0, -1)) !== null) return oneDate(text.slice(0, -1));
  for (const word of ["before ", "prior to ", "by ", "until ", "till ", "no later than ", "after "]) {
    const found = text.startsWith(word) && spanOfDates(text.slice(word.length));
    if (found && word === "after ") return [found[1] + 1, FAR_OFF];
    if (found) return [LONG_AGO, word === "before " || word === "prior to " ? found[0] - 1 : found[1]];
  }
  return null;
}

function noDate(value, text) {
  const allowed = W.allowed.dates;
  const three = text.match(/^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})$/);
  if (three) {
    const [one, two] = [Number(three[1]), Number(three[2])];
    const year = three[3].length === 4 ? three[3] : "20" + three[3];
    const readings = [...new Set([`${one} ${two}`, `${two} ${one}`])].map((pair) => pair.split(" ").map(Number))
      .filter(([d, m]) => m >= 1 && m <= 12 && yearOf(year) !== null && oneDay(Number(year), m, String(d)))
      .map(([d, m]) => `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")} for ${d} ${W.monthNames[m - 1][0].toUpperCase()}${W.monthNames[m - 1].slice(1)}`);
    if (readings.length) return `${quote(value)} can be misread; write ${readings.join(", or ")}`;
  }
  if (/^[0-9]{4}$/.test(text)) return `${quote(value)} is not a year that can be meant here; years from ${W.years[0]} to ${W.years[1]} are read`;
  const named = text.split(/[^a-z]+/).filter((w) => has(W.months, w) || has(W.seasons, w) || w === "winter");
  if (/\b[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?$/.test(text) || (named.length && /\b[0-9]{4}$/.test(text)))
    return `${quote(value)} is not a day in the calendar; ${allowed}`;
  if (named.length) return `${quote(value)} does not say which year; write it as in 'June 2020'`;
  return `${quote(value)} is not a date; ${allowed}`;
}

function readDates(value) {
  const text = wordsOf(value, "a date", W.allowed.dates);
  const year = yearOf(text);
  if (year !== null) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  if (["unknown", "not known", "?"].includes(text)) return { happened: null };
  if (["yes", "true", "y"].includes(text)) return { happened: true };
  if ([...W.none, "false", "n", "not yet"].includes(text)) return { happened: false };
  if (W.noFixedDay.includes(text)) throw `${quote(value)} is another day whenever the file is read; ${W.allowed.dates}`;
  let plain = text;
  let span = oneDate(text);
  if (!span) {
    plain = plainDate(text);
    span = openSpan(plain) || spanOfDates(plain);
  }
  if (!span) {
    const [relation, ...rest] = plain.split(" ");
    const stage = rest.join(" ").trim().replace(/^the /, "").trim().replace(/ (?:stage|phase)$/, "").trim();
    if (["before", "during", "after"].includes(relation) && stage && !/[0-9]/.test(stage)) return { relation, stage };
    throw noDate(value, plain);
  }
  if (span[0] > span[1]) throw `${quote(value)} ends before it begins`;
  return { first: span[0], last: span[1] };
}

function quantity(text) {
  text = (text || "a").replace(/^[ -]+|[ -]+$/g, "");
  if (["a", "an", "one", "each", "every", "the"].includes(text)) return 1;
  if (["other", "second", "2nd", "a couple of"].includes(text)) return 2;
  if (text === "half a" || text === "half") return 0.5;
  if (/^[0-9]{1,6}\.[0-9]{1,3}$/.test(text)) return Number(text);
  const span = twoNumbers(text);
  if (span) return Math.max(...span);
  const n = number(text);
  return n !== null && n < 1000000 ? n : null;
}

function periodDays(text) {
  const unit = (word) => (has(W.units, word) ? W.units[word] : null);
  const simple = text.replace(/^every /, "").match(/^([0-9]+) ([^]*)$/);
  if (simple && simple[1].length < 6 && unit(simple[2].replace(/s$/, "")) !== null) return Number(simple[1]) * unit(simple[2].replace(/s$/, ""));
  if (/^once (every|per|each) /.test(text)) text = text.slice(5);
  for (;;) {
    if (has(W.rhythms, text)) return W.rhythms[text];
    const also = W.also.find((w) => text.startsWith(w) && text.length > w.length && " 0123456789".includes(text[w.length]));
    if (!also) break;
    text = text.slice(also.length).trim();
  }
  let often = text.match(/^(?:(once|twice|thrice)|(.+?)(?: times| x|x)) (?:a|an|per|every|each|in a) ([a-z]+)$/);
  if (often && unit(often[3]) !== null) {
    const span = often[1] ? null : twoNumbers(often[2]);
    const times = often[1] ? W.times[often[1]] : span ? Math.min(...span) : number(often[2]);
    return times ? Math.max(1, Math.floor(unit(often[3]) / times)) : null;
  }
  often = text.match(/^(once|twice|thrice) (weekly|monthly|quarterly|yearly|annually|daily)$/);
  if (often) return Math.max(1, Math.floor(W.rhythms[often[2]] / W.times[often[1]]));
  const weekday = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?";
  if (new RegExp(`^(?:[a-z0-9]+ )?${weekday} (?:of|in) (?:the|each|every|a) month$`).test(text)) return 30;
  if (new RegExp(`^${weekday}$`).test(text)) return 7;
  if (new RegExp(`^(?:other|second|2nd) ${weekday}$`).test(text)) return 14;
  often = text.match(/^(.+)[- ](week|month|year)ly$/);
  if (often && number(often[1]) !== null) return (number(often[1]) || 0) * unit(often[2]);
  const half = text.match(/^(.+) and a half ([a-z]+?)s?$/) || text.match(/^(an?|one) ([a-z]+?) and a half$/);
  if (half && unit(half[2]) !== null) {
    const whole = half[1] === "a" || half[1] === "an" ? 1 : number(half[1]);
    return whole === null ? null : Math.round((whole + 0.5) * unit(half[2]));
  }
  if (text.endsWith("s") && unit(text.slice(0, -1)) !== null) return null;
  const hours = text.match(/^([0-9]{1,5}|[a-z-]+) ?hours?$/);
  if (hours) {
    const hourly = quantity(hours[1]);
    return hourly === null ? null : Math.ceil(hourly / 24);
  }
  let found = text.match(/^(?:(.+?)[ -]?)?(working |calendar )?\b([a-z]+?)s?(?: or (?:more|less|so))?$/);
  if (!found || unit(found[3]) === null) {
    found = text.match(/^([0-9.]+) ?(working |calendar )?([a-z]+?)s?$/);
    if (!found || unit(found[3]) === null) return null;
  }
  const n = quantity(found[1]);
  return n === null ? null : Math.ceil(n * unit(found[3]) * (found[2] === "working " && found[3] === "day" ? 7 / 5 : 1));
}

function readPeriod(value) {
  const allowed = W.allowed.period;
  const text = wordsOf(value, "a length of time", allowed);
  if (W.noRhythm.includes(text)) return { days: null };
  if (["bi-annual", "bi-annually", "biannual", "biannually"].includes(text)) throw `${quote(value)} can be misread; write 'twice a year' or 'every 2 years'`;
  if (text.startsWith("-")) throw `${quote(value)} is less than nothing; ${allowed}`;
  const days = periodDays(text);
  if (days === null || days > 100000) throw `${quote(value)} is not a length of time; ${allowed}`;
  return { days };
}

function readMoney(value) {
  const allowed = W.allowed.money;
  const text = wordsOf(value, "an amount", allowed);
  if ([...W.none, "nothing", "free", "unpaid"].includes(text)) return { amount: 0 };
  if (["unknown", "not known", "?"].includes(text)) return { amount: null };
  const currency = `(?:${W.currency})`;
  const after = "(?:(?: ?-[^0-9a-z]*[0-9.,]+)? ?(k|m|thousand|million)\\b)?";
  const found = text.match(new RegExp(`${currency} ?${W.amount}${after}`)) ||
    text.match(new RegExp(`${W.amount}${after}(?= ?(?:- ?[0-9.,]+ ?)?${currency})`)) || text.match(new RegExp(`${W.amount}${after}`));
  if (new RegExp(`^-|(?<![0-9a-z ]) ?-[0-9]|${currency} ?-|^minus\\b`).test(text)) throw `${quote(value)} is less than nothing; an amount is 0 or more`;
  if (!found) throw `${quote(value)} holds no amount; ${allowed}`;
  const whole = found[1].replace(/[^0-9]/g, "");
  const decimals = found[2].replace(",", ".");
  if (decimals.length === 4 && !found[3])
    throw `${quote(value)} can be misread; write it without a point ('${whole}${decimals.slice(1)}') or with two decimals`;
  if (whole.length > 12) throw `${quote(value)} is more money than there is; ${allowed}`;
  return { amount: Number(whole + decimals) * (W.factors[found[3]] ?? 1) };
}

const READERS = { count: readCount, dates: readDates, period: readPeriod, money: readMoney };

/** What a value says, or undefined where it cannot be read. */
function meaning(kind, text) {
  try {
    return typeof text === "string" ? READERS[kind](text) : undefined;
  } catch (problem) {
    if (typeof problem !== "string") throw problem;
    return undefined;
  }
}

// --- what does not fit ----------------------------------------------------------------------------------------------

/** Everything in the answers that the tool could not read, with its place: [{path, says}]. */
function faults(root) {
  const found = [];
  const names = (section) => (Array.isArray(root[section]) ? root[section].map((entry) => entry.name) : []);
  const there = { sources: names("sources"), rooms: names("rooms") };
  const workHas = Array.isArray(root.stages?.work_has) ? root.stages.work_has : null;
  const noStage = (stage) => `the work has no stage '${stage}': under “Stages that the work has” stand ${workHas.join(", ") || "none"}`;

  function value(kind, answer, path) {
    if (typeof kind === "string" && has(READERS, kind)) {
      let read;
      try {
        read = READERS[kind](answer);
      } catch (problem) {
        if (typeof problem !== "string") throw problem;
        found.push({ path, says: problem });
        return;
      }
      if (read.stage !== undefined && !DATA.stages.includes(read.stage)) found.push({ path, says: `${quote(read.stage)} is not a stage; ${hint(read.stage, DATA.stages)}` });
      else if (read.stage !== undefined && workHas && !workHas.includes(read.stage)) found.push({ path, says: noStage(read.stage) });
    } else if (kind.ref) {
      if (!there[kind.ref].includes(answer))
        found.push({ path, says: `${quote(answer)} is not among the ${kind.ref} that were named; add it there, or take it out here` });
    } else if (kind.choice) {
      if (path.at(-1) === "stage" && workHas && !workHas.includes(answer)) found.push({ path, says: noStage(answer) });
    } else if (kind.part) {
      if (isPart(answer)) part(partOf(kind.part), answer, path);
    } else if (kind.list) {
      if (Array.isArray(answer)) answer.forEach((item, n) => value(kind.list, item, [...path, n]));
    } else if (kind.names && Array.isArray(answer)) answer.forEach((entry) => value(kind.names, entry.value, [...path, entry.name]));
  }

  function part(declared, answers, path) {
    for (const field of declared.fields) {
      const answer = answers[field.key];
      if (answer !== undefined) value(field.kind, answer, [...path, field.key]);
      else if (field.needed && field.key !== "format") found.push({ path: [...path, field.key], says: "this is needed; without it the rest says nothing" });
    }
    if (declared.practice) practice(answers, path);
    if (path[0] === "views" && answers.answered !== undefined) view(answers, path);
    if (path[0] === "views" && path.at(-2) === "by_principle" && answers.most === undefined && answers.agree === undefined && answers.disagree === undefined)
      found.push({ path: [...path, "agree"], says: "write how many agree and how many disagree, or what most say" });
  }

  function practice(answers, path) {
    const since = meaning("dates", answers.since);
    const until = meaning("dates", answers.until);
    if (since?.first !== undefined && until?.last !== undefined && since.first > until.last)
      found.push({ path: [...path, "until"], says: `it ends (${answers.until}) before it begins (${answers.since})` });
    const against = { no: ["done", "ongoing", "stopped", "planned"], yes: ["planned", "policy"] }[answers.answer];
    if (against?.includes(answers.status))
      found.push({ path: [...path, "status"], says: `“${answers.answer}” and “${answers.status}” contradict each other; keep the one that is true` });
  }

  function view(answers, path) {
    const asked = meaning("count", answers.asked);
    const answered = meaning("count", answers.answered);
    if (asked && answered && asked.high !== null && asked.high > 0 && answered.low > asked.high)
      found.push({ path: [...path, "answered"], says: `more answered (${answers.answered}) than were asked (${answers.asked})` });
    for (const { name, value: opinion } of Array.isArray(answers.by_principle) ? answers.by_principle : []) {
      const low = ["agree", "disagree", "unsure"].map((key) => meaning("count", opinion[key])?.low ?? 0).reduce((a, b) => a + b);
      if (answered && answered.high !== null && low > answered.high)
        found.push({ path: [...path, "by_principle", name, "agree"], says: `${low} answers stand here, but only ${answers.answered} people answered` });
    }
  }

  part(partOf(DATA.root), root, []);
  const stages = root.stages;
  if (isPart(stages)) {
    for (const stage of DATA.stages) {
      if (stages[stage] === undefined) continue;
      if (workHas && !workHas.includes(stage)) found.push({ path: ["stages", stage], says: noStage(stage) });
      if (stages.answer === "none") found.push({ path: ["stages", stage], says: "“none” says that nobody is involved in any stage, so no stage can be told" });
    }
  }
  return found;
}
