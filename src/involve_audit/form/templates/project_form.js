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
    if (this.c === "\t") this.refuse("there is a tab here; YAML wants blanks in front of keys");
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
    if (col < 0 && !this.c) this.refuse("the file is empty", 0);
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
            if (/^(---|\.\.\.)(\s|$)/.test(this.s.slice(this.i, this.i + 4))) this.refuse("the quotation mark that begins here is not closed", began);
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
    if (this.c === ":" || this.c === "?") this.refuse(`a text that begins with ${this.c} needs quotes around it`);
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

/** How answers stood in the file that was opened. What nobody has changed is written as it was: a hash of it stays true. */
const origin = new WeakMap();

function asItStood(node) {
  if (node.kind === "text") return node.text;
  const items = node.items.filter((item) => (item.value ?? item).kind !== "blank");
  if (node.kind === "list") return items.map(asItStood);
  return { pairs: items.filter(({ value }) => !tellsNothing(value)).map(({ key, value }) => [key, asItStood(value)]) };
}

/** Whether a list was begun and tells nothing. */
const tellsNothing = (node) => node.kind === "list" && node.items.length > 0 && node.items.every((item) => item.kind === "blank" || tellsNothing(item));

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
    const several = node.kind === "list" && short.text && fieldOf(part, short.text).kind.list;
    if (node.kind === "text" || several) {
      const word = several ? "" : tidy(node.text);
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
    for (const says of refused(part, answers)) this.complain(node.line, path, says);
    return answers;
  }

  listing(part, entry, node, path) {
    if (node.kind === "text") {
      const word = tidy(node.text);
      if (word === "none" || word === "no") return { complete: "yes", entries: [] };
      if (word === "unknown") return { entries: "unknown" };
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
    const found = this.read(kind, node, path);
    if (typeof found === "object") origin.set(found, { json: JSON.stringify(found), node });
    return found;
  }

  read(kind, node, path) {
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
      // A room, a source or an organisation with a name and nothing below it is there, and nothing is told of it.
      if (item.value.kind === "blank" && path.length === 1 && DATA.named.includes(path[0]))
        item.value = { kind: "map", items: [], line: item.line };
      const value = told(kind.names, this.value(kind.names, item.value, [...path, item.key]));
      if (value !== undefined) found.push({ name, value });
    }
    return found;
  }
}

/** An entry that says "unknown" is there, and nothing is told of it. */
const told = (kind, value) => (kind.part && value === "unknown" ? {} : value);

/** Counts of people by group never stand in a project file; the message does not repeat them. */
function refused(part, answers) {
  if (!part.refuses) return [];
  const counted = new RegExp(`^(?:${part.refuses.pattern})$`);
  const texts = part.refuses.in.flatMap((key) => answers[key] ?? []);
  return texts.some((text) => counted.test(text)) ? [part.refuses.says] : [];
}

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
  const before = origin.get(value);
  if (before && before.json === JSON.stringify(value)) return asItStood(before.node);
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
    // What else is told, such as a source or a note, has no place in one word.
    if (Array.isArray(value.entries) && !value.entries.length && value.complete === "yes" && keys.length === 2) return "none";
    if (value.entries === "unknown" && keys.length === 1) return "unknown";
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
const whole = (pattern) => new RegExp(`^(?:${pattern})$`);
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
  if (whole(W.grouped).test(text)) return Number(text.replace(/[^0-9]/g, ""));
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
    } else if (words.length > 1 && W.counted.includes(words.at(-1).replace(/\.+$/, "")) && !has(W.some, join(words))) {
      if (!namesWhat && W.dangling.includes(words.at(-1)) && words.at(-1) !== "each") return null;
      words.pop();
      namesWhat = true;
    } else break;
  }
  if (has(W.some, join(words)) && !how) return [W.some[join(words)], null];
  if (namesWhat && !how && ["no", "none", "zero"].includes(join(words))) return [0, 0];
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

function bySlashes(text) {
  const found = text.match(/^(?:([0-9]{1,2})([-/.]))?([0-9]{1,2})([-/.])([0-9]{4})$/);
  const year = found ? yearOf(found[5]) : null;
  if (year === null || (found[2] && found[2] !== found[4])) return null;
  const month = Number(found[3]);
  if (!found[1]) return month >= 1 && month <= 12 ? monthsOf(year, month, month) : null;
  const days = readings(Number(found[1]), month, year);
  return days.length === 1 ? oneDay(year, days[0][1], String(days[0][0])) : null;
}

/** The days and months that two numbers can mean. */
function readings(one, other, year) {
  return (one === other ? [[one, other]] : [[one, other], [other, one]]).filter(([day, month]) => month >= 1 && month <= 12 && oneDay(year, month, String(day)));
}

function byName(text) {
  let words = split(text);
  const over = text.match(whole(W.yearOverTwo));
  if (over) {
    const first = yearOf(over[1].length === 4 ? over[1] : "20" + over[1]);
    const last = first === null ? null : secondYear(first, over[2]);
    return first !== null && last === first + 1 ? [dayOf(first, 1, 1), dayOf(last, 12, 31)] : null;
  }
  if (words.length < 2) {
    const year = text.length === 5 && text.endsWith("0s") ? yearOf(text.slice(0, 4)) : null;
    return year === null ? bySlashes(text) : [dayOf(year, 1, 1), dayOf(year + 9, 12, 31)];
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
    if (["term", "semester"].includes(other) && has(W.terms, name)) return monthsOf(year, ...W.terms[name]);
    if (["term", "semester"].includes(other) && name === "winter") return [dayOf(year, 1, 1), lastDay(year + 1, 3)];
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
  if (!first || !last) return null;
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
    const year = three[3].length === 4 ? three[3] : "20" + three[3];
    const days = (yearOf(year) === null ? [] : readings(Number(three[1]), Number(three[2]), Number(year))).map(([d, m]) => `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")} for ${d} ${W.monthNames[m - 1][0].toUpperCase()}${W.monthNames[m - 1].slice(1)}`);
    if (days.length) return `${quote(value)} can be misread${three[3].length === 4 ? "" : ": its year has two digits"}; write ${days.join(", or ")}`;
  }
  if (/^(?:fy|financial year|fiscal year|tax year|academic year|school year) ?(?:20)?[0-9]{2}$/.test(text))
    return `${quote(value)} can be misread, for such a year runs over two; write it as in '2024/25'`;
  if (projectTime(text)) return `${quote(value)} is no time of a project; its first month is month 1, and the smaller number stands first, as in 'months 3-9'`;
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
    const months = projectTime(plain);
    if (months && months[0] > 0 && months[0] <= months[1]) return { months };
    const [relation, ...rest] = plain.split(" ");
    const stage = rest.join(" ").trim().replace(/^the /, "").trim().replace(/ (?:stage|phase)$/, "").trim();
    if (["before", "during", "after"].includes(relation) && stage && !months && !/[0-9]/.test(stage)) return marked(relation, stage);
    throw noDate(value, plain);
  }
  if (span[0] > span[1]) throw `${quote(value)} ends before it begins`;
  const named = text.match(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g) ?? [];
  const weekday = ["thurs", "fri", "satur", "sun", "mon", "tues", "wednes"][((span[0] % 7) + 7) % 7] + "day";
  if (named.length === 1 && (span[0] !== span[1] || named[0] !== weekday)) {
    const day = (word) => word[0].toUpperCase() + word.slice(1);
    throw `${quote(value)} does not fit: ${span[0] === span[1] ? `${new Date(span[0] * 86400000).toISOString().slice(0, 10)} is a ${day(weekday)}` : `it names a ${day(named[0])}, and no day`}; ${W.allowed.dates}`;
  }
  return { first: span[0], last: span[1] };
}

function projectTime(text) {
  const found = text.match(whole(W.projectTime));
  const unit = (word) => word[0].replace("p", "m");
  if (!found || (found[4] && unit(found[4]) !== unit(found[2]))) return null;
  let [first, last] = [Number(found[3]), Number(found[5] || found[3])];
  if (unit(found[2]) === "y") [first, last] = [12 * first - 11, 12 * last];
  if (last > 600 || (found[6] && found[5])) return [0, 0];
  return ["by", "until"].includes(found[1]) && !found[5] ? [1, last] : [first, last];
}

/** A stage, or one of the project's own dates by what people call it. */
function marked(relation, place) {
  if (W.work.includes(place)) return { relation, mark: relation === "after" ? "end" : "start" };
  const short = place.replace(/ (?:of )?(?:the )?(?:project|work|study|research|bid|application)$|^(?:project|study) /g, "");
  if (!has(W.marks, short)) return { relation, stage: place };
  return { relation: relation === "during" && ["idea", "submitted", "funded"].includes(W.marks[short]) ? "before" : relation, mark: W.marks[short] };
}

function quantity(text) {
  text = (text || "a").replace(/^[ -]+|[ -]+$/g, "");
  if (["a", "an", "one", "each", "every", "the"].includes(text)) return 1;
  if (["other", "second", "2nd", "a couple of"].includes(text)) return 2;
  if (text === "half a" || text === "half") return 0.5;
  if (/^[0-9]{1,6}[.,][0-9]{1,2}$/.test(text)) return Number(text.replace(",", "."));
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
  if (new RegExp(`^(?:(?:first|second|third|fourth|last|1st|2nd|3rd|4th) )?${weekday} (?:of|in) (?:the|each|every|a) month$`).test(text)) return 30;
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
    found = text.match(/^([0-9.,]+) ?(working |calendar )?([a-z]+?)s?$/);
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
  if (new RegExp(`^-|(?<![0-9a-z ]) ?-[0-9]|${W.currency} ?-[0-9]|^minus\\b`).test(text)) throw `${quote(value)} is less than nothing; an amount is 0 or more`;
  if (/%|\bper ?cent\b/.test(text)) throw `${quote(value)} is a part of a whole and no amount; write the amount itself`;
  const beside = text.replace(/[()]|[,;](?= |$)|(?<=[a-z0-9])\.$/g, " ").replace(new RegExp(W.beside, "g"), "|");
  const found = join(split(beside)).match(new RegExp(`^[| ]*${W.prices}[| ]*$`));
  const two = () => `${quote(value)} holds two amounts; write the one that is asked for here`;
  if (!found) {
    if (!/[0-9]/.test(beside)) throw `${quote(value)} holds no amount; ${allowed}`;
    if (beside.match(/[0-9](?:[0-9.,'’]*[0-9])?/g).length > 1) throw two();
    throw `${quote(value)} says more than an amount; write the amount alone, and the rest under “note”`;
  }
  const [one, sign, other] = [found.slice(2, 6), found[6], found.slice(7, 11)];
  if ((sign === "and") !== (found[1] === "between ") || (found[1] && !sign)) throw two();
  const names = new Set([one[0], one[3], other[0], other[3]].filter((c) => c && has(W.currencies, c)).map((c) => W.currencies[c]));
  if (names.size > 1) throw `${quote(value)} names two currencies; write the amount in the project's own`;
  const last = sign ? other : one;
  const [low, high] = [price(value, one, last), price(value, last, last)];
  if (low > high) throw `${quote(value)} runs backwards; write the smaller amount first, as in '20 to 30'`;
  return { amount: low };
}

function price(value, [, number, itsFactor, itsCoin], last) {
  const [factor, behind] = [itsFactor || last[2], itsCoin || last[3]];
  const digits = number.replace(/[ '’]/g, "");
  let plain = "";
  if (/^[0-9]+(?:[.,][0-9]{1,2})?$/.test(digits) || (factor && /^[0-9]+\.[0-9]+$/.test(digits))) plain = digits.replace(",", ".");
  else if (/^[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?$/.test(digits) && !/^(mio|tsd)/.test(factor ?? "")) plain = digits.replaceAll(",", "");
  else if (/^[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]{1,2}|(?:\.[0-9]{3}){2,})$/.test(digits)) plain = digits.replaceAll(".", "").replace(",", ".");
  if (!plain || (/[ '’]/.test(number) && !/^[1-9][0-9]{0,2}(?:(?: [0-9]{3})+|(?:['’][0-9]{3})+)(?:[.,][0-9]{1,2})?$/.test(number)))
    throw `${quote(value)} can be misread; write it without marks ('${number.replace(/[^0-9]/g, "")}') or with two decimals`;
  if (plain.split(".")[0].length > 12) throw `${quote(value)} is more money than there is; ${W.allowed.money}`;
  return (Number(plain) * (W.factors[factor] ?? 1)) / (behind && !has(W.currencies, behind) ? 100 : 1);
}

function readGroupsPresent(value) {
  const found = tidy(value).match(/^(at least )?([0-9]{1,3}) of ([0-9]{1,3})$/);
  if (!found || Number(found[2]) > Number(found[3])) throw "write how many of the groups on the list are in the room: '2 of 19', or 'at least 4 of 5'";
  return { low: Number(found[2]), high: Number(found[found[1] ? 3 : 2]), of: Number(found[3]) };
}

const READERS = { count: readCount, dates: readDates, period: readPeriod, money: readMoney, groups_present: readGroupsPresent };

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
  const there = Object.fromEntries(DATA.named.map((section) => [section, names(section)]));
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
      if (read.stage !== undefined && !DATA.stages.includes(read.stage)) found.push({ path, says: `${quote(read.stage)} is not a stage or a date of the project; ${hint(read.stage, [...DATA.stages, ...DATA.dates])}` });
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
    if (declared.oneOf && declared.oneOf.every((key) => answers[key] === undefined))
      found.push({ path: [...path, declared.oneOf[0]], says: `one of these is needed: ${declared.oneOf.map((key) => `“${fieldOf(declared, key).label}”`).join(", ")}` });
    if (declared.practice) practice(answers, path);
    for (const says of refused(declared, answers)) found.push({ path: [...path, declared.refuses.in.find((key) => refused(declared, { [key]: answers[key] }).length)], says });
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
    if (asked && answered && asked.high !== null && answered.low > asked.high)
      found.push({ path: [...path, "answered"], says: `more answered (${answers.answered}) than were asked (${answers.asked})` });
    for (const { name, value: opinion } of Array.isArray(answers.by_principle) ? answers.by_principle : []) {
      const low = partOf("Opinion").order.filter((key) => key !== "most").map((key) => meaning("count", opinion[key])?.low ?? 0).reduce((a, b) => a + b);
      if (answered && answered.high !== null && low > answered.high)
        found.push({ path: [...path, "by_principle", name, "agree"], says: `${low} answers stand here, but only ${answers.answered} people answered` });
    }
  }

  /** Who is in the rooms: each room and characteristic once, each group under one heading, and on the list that is named. */
  function makeUps(parts) {
    const seen = new Map();
    parts.forEach((answers, n) => {
      const path = ["voices", "rooms", n];
      const both = [answers.room, tidy(answers.characteristic ?? "")];
      if (both[0] !== undefined && answers.characteristic !== undefined) {
        if (seen.has(both.join("\0"))) found.push({ path: [...path, "characteristic"], says: `${quote(answers.characteristic)} stands here a second time for the room ${quote(answers.room)}; once is enough` });
        seen.set(both.join("\0"), n);
      }
      const names = new Map();
      const { lists } = partOf("RoomMakeUp");
      const [name, ...version] = (answers.list ?? "").trim().split(" ");
      const known = has(lists, name) && ["", lists[name].version].includes(version.join(" ").trim()) ? lists[name] : null;
      if (answers.list !== undefined && !has(lists, name)) {
        const meant = Object.values(lists).find((each) => each.version === version.join(" ").trim() && distance(name, each.label.split(" ")[0]) <= 2);
        if (meant) found.push({ path: [...path, "list"], says: `${quote(answers.list)} is not a list of groups here; did you mean '${meant.label}'?` });
      }
      for (const key of ["in_the_room", "not_in_the_room", "not_known"]) {
        for (const group of Array.isArray(answers[key]) ? answers[key] : []) {
          const other = names.get(tidy(group)) ?? key;
          names.set(tidy(group), other);
          if (other !== key) found.push({ path: [...path, key], says: `${quote(group)} stands under “${fieldOf(partOf("RoomMakeUp"), other).label}” already; only one of the two can be so` });
          if (known && !known.groups.some((each) => tidy(each) === tidy(group)))
            found.push({ path: [...path, key], says: `${quote(group)} is not on the list ${known.label}; ${hint(group, known.groups)}` });
        }
      }
    });
  }

  part(partOf(DATA.root), root, []);
  if (Array.isArray(root.voices?.rooms)) makeUps(root.voices.rooms);
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

// --- the answers of this page ---------------------------------------------------------------------------------------

let root = {};
let fileName = "project.yaml";
let changedSinceSave = false;
let short = document.documentElement.dataset.form === "short";

const isTold = (value) => value !== undefined && !(isPart(value) && !Object.keys(value).length);

/** The place of an answer: it makes the parts above it when something is told, and takes them away when nothing is left. */
class Slot {
  constructor(parent, key) {
    this.parent = parent;
    this.key = key;
  }

  get() {
    const above = this.parent.get();
    return isPart(above) ? above[this.key] : undefined;
  }

  set(value) {
    this.parent.make()[this.key] = value;
  }

  clear() {
    const above = this.parent.get();
    if (!isPart(above)) return;
    delete above[this.key];
    this.parent.prune();
  }

  make() {
    if (!isPart(this.get())) this.set({});
    return this.get();
  }

  prune() {
    const value = this.get();
    if (isPart(value) && !Object.keys(value).length) this.clear();
  }

  path() {
    return [...this.parent.path(), this.key];
  }
}

const TOP = { get: () => root, make: () => root, prune() {}, path: () => [] };

// --- drawing --------------------------------------------------------------------------------------------------------

let count = 0;
const newId = () => `q${++count}`;

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, value);
  }
  // A box for words grows with them. Style checkers do not know the property yet, so it is set here.
  if (tag === "textarea") made.style.setProperty("field-sizing", "content");
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

const $ = (id) => document.getElementById(id);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const shorten = (text, limit = 60) => quote(text, limit).slice(1, -1);

let saying;
/** Says something to people who do not see the page change. */
function announce(text) {
  clearTimeout(saying);
  $("status").textContent = "";
  saying = setTimeout(() => ($("status").textContent = text), 50);
}

/** Text as it may stand in a project file: without characters that no text has. */
function clean(control) {
  const text = control.value;
  const kept = [...text].filter((c) => !NO_TEXT.test(c)).join("");
  if (kept !== text) {
    control.value = kept;
    announce("An invisible character that no text has was taken out.");
  }
  return kept;
}

/** Every question on the page, to show what is wrong with it and to find it again. */
let views = [];

class View {
  constructor(field, slot, at) {
    this.field = field;
    this.slot = slot;
    this.at = at;
    this.id = newId();
    this.core = CORE.has(at);
    this.help = field.help ? el("p", { class: "help", id: `${this.id}-help` }, field.help) : null;
    this.wrong = el("p", { class: "wrong", id: `${this.id}-wrong`, hidden: true });
    this.notice = el("p", { class: "aside", hidden: true });
    this.describedBy = `${this.help ? `${this.id}-help ` : ""}${this.id}-wrong`;
    views.push(this);
  }

  get label() {
    return this.field.label;
  }

  /** The row of this question. */
  row(...inside) {
    this.element = el("div", { class: "q", "data-at": this.at, id: this.id }, ...inside, this.wrong, this.notice);
    this.element.view = this;
    return this.element;
  }

  told() {
    return isTold(this.slot.get());
  }

  change(value) {
    const before = this.slot.get();
    if (value === undefined || value === "") this.slot.clear();
    else this.slot.set(value);
    this.owner?.answered(this.field.key);
    if (before !== value) touched();
  }

  complain(says) {
    this.wrong.hidden = !says;
    if (this.wrong.textContent !== (says ? capital(says) + "." : "")) this.wrong.textContent = says ? capital(says) + "." : "";
    for (const control of this.controls ?? []) {
      if (says) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }

  focus() {
    (this.controls?.find((control) => !control.hidden && !control.closest("[hidden]")) ?? this.element.querySelector("summary, input, select, textarea, button"))?.focus();
  }
}

const WORDS = { yes: "Yes", no: "No", unknown: "Asked, and not known", none: "None", nobody: "Nobody" };
const sayChoice = (choice) => WORDS[choice] ?? capital(choice);

// One answer of a closed choice: radio buttons where there are few, a menu where there are many.

class ChoiceView extends View {
  constructor(...all) {
    super(...all);
    const { choice } = this.field.kind;
    this.few = choice.length <= 5 && !this.field.kind.pattern;
    if (this.few) {
      this.controls = ["", ...choice].map((value) =>
        el("input", { type: "radio", name: this.id, id: newId(), value, onchange: () => this.change(value) }));
      this.row(el("fieldset", { "aria-describedby": this.describedBy },
        el("legend", {}, this.label), this.help,
        el("div", { class: "choices" }, ...this.controls.map((control, n) =>
          el("label", { for: control.id, class: n ? "" : "untold" }, control, n ? sayChoice(control.value) : "Not told")))));
    } else {
      const select = el("select", { id: newId(), "aria-describedby": this.describedBy, onchange: () => this.change(select.value) },
        el("option", { value: "" }, "Not told"), ...choice.map((value) => el("option", { value }, sayChoice(value))));
      this.controls = [select];
      this.row(el("label", { for: select.id }, this.label), this.help, select);
    }
    this.show();
  }

  show() {
    const value = this.slot.get() ?? "";
    if (this.few) for (const control of this.controls) control.checked = control.value === value;
    else {
      const [select] = this.controls;
      // "binding if most vote for it" is a choice with more words than the menu has.
      if (value && ![...select.options].some((option) => option.value === value)) select.append(el("option", { value }, capital(value)));
      select.value = value;
    }
  }
}

// One answer in words: a text, a number, a date, a length of time, an amount.

const INSTEAD = {
  text: { none: "None", unknown: "Asked, and not known" },
  count: { none: "None", unknown: "Asked, and not known" },
  dates: { yes: "Yes, but no date is known", no: "No, it has not happened", unknown: "Asked, and not known" },
  period: { unknown: "Asked, and not known" },
  money: { none: "None", unknown: "Asked, and not known" },
  groups_present: {},
};
const EXAMPLES = { groups_present: "2 of 19, at least 4 of 5", count: "8, up to 15, about 8, some …", dates: "2025, 2025-06, June 2025 …", period: "6 months, monthly …", money: "27.50 per hour, 1200 …" };

class WordsView extends View {
  constructor(...all) {
    super(...all);
    const kind = this.field.kind;
    const id = newId();
    this.kind = kind;
    this.input = kind === "text" ? el("textarea", { id, rows: 1, "aria-describedby": this.describedBy })
      : el("input", { type: "text", id, autocomplete: "off", placeholder: EXAMPLES[kind], "aria-describedby": this.describedBy });
    this.input.addEventListener("input", () => this.change(clean(this.input), this.showInstead()));
    this.input.addEventListener("change", checkNow);
    this.controls = [this.input];
    if (!this.field.needed && !this.field.own && Object.keys(INSTEAD[kind]).length) {
      this.instead = el("select", { id: newId(), class: "instead", "aria-label": `${this.label}: or choose`, "aria-describedby": this.describedBy, onchange: () => this.choose() },
        el("option", { value: "" }, "Not told"), ...Object.entries(INSTEAD[kind]).map(([value, says]) => el("option", { value }, says)));
      this.controls.push(this.instead);
    }
    this.row(el("label", { for: id }, this.label, this.field.needed ? el("span", { class: "soft" }, " (needed)") : null), this.help,
      el("div", { class: "answer" }, this.input, this.instead));
    this.show();
  }

  show() {
    const value = this.slot.get() ?? "";
    const word = Boolean(this.instead) && has(INSTEAD[this.kind], value);
    this.input.value = word ? "" : value;
    this.input.hidden = word;
    if (this.instead) this.instead.value = word ? value : "";
    this.showInstead();
  }

  showInstead() {
    if (this.instead) this.instead.options[0].textContent = !this.input.value ? "Not told" : this.input.hidden ? "Back to what I wrote" : "Told";
  }

  choose() {
    const word = this.instead.value;
    // What was written stays at hand while the page is open; it is not in the file.
    this.input.hidden = word !== "";
    this.change(word || clean(this.input));
    this.showInstead();
    checkNow();
  }
}

// The name of a room, chosen from those that were named.

class RefView extends View {
  constructor(...all) {
    super(...all);
    this.select = el("select", { id: newId(), "aria-describedby": this.describedBy, onchange: () => this.change(this.select.value) });
    this.controls = [this.select];
    this.row(el("label", { for: this.select.id }, this.label), this.help, this.select);
    this.show();
  }

  show() {
    const value = this.slot.get() ?? "";
    const there = named(this.field.kind.ref);
    const options = there.map(({ name, says }) => el("option", { value: name }, says));
    if (value && !there.some(({ name }) => name === value)) options.push(el("option", { value }, `${value} (not named)`));
    this.select.replaceChildren(el("option", { value: "" }, there.length ? "Not told" : `Not told (no ${this.field.kind.ref} are named yet)`), ...options);
    this.select.value = value;
  }
}

/** The rooms or sources that were named, each as people may know it. */
function named(section) {
  const list = Array.isArray(root[section]) ? root[section] : [];
  return list.map(({ name, value }) => {
    const title = typeof value.title === "string" ? value.title : typeof value.name === "string" ? value.name : "";
    return { name, says: title ? `${name}: ${shorten(title, 70)}` : name };
  });
}

// Lists: what stands in the place of entries is chosen above them.

class ListBase extends View {
  /** Menu of what may stand instead of a list. */
  stateMenu(kind, these) {
    this.these = these;
    this.menu = el("select", { id: newId(), class: "kind", "aria-label": `${this.label}: kind of answer`, "aria-describedby": this.describedBy, onchange: () => this.chooseState() },
      el("option", { value: "" }, "Not told"));
    if (!kind.list || kind.empty.includes("none")) this.menu.append(el("option", { value: "none" }, kind.list?.choice || kind.list?.ref ? "None" : "There are none"));
    if (!kind.list || kind.unknown) this.menu.append(el("option", { value: "unknown" }, "Asked, and not known"));
    this.showMenu();
    return this.menu;
  }

  showMenu() {
    const value = this.slot.get();
    const none = Array.isArray(value) && !value.length;
    this.menu.value = none ? "none" : value === "unknown" ? "unknown" : "";
    if (this.menu.selectedIndex < 0) this.menu.selectedIndex = 0;
    this.menu.options[0].textContent = this.these();
  }

  chooseState() {
    const word = this.menu.value;
    this.setAside(word !== "");
    if (word === "") this.sync();
    else this.change(word === "none" ? [] : "unknown");
    if (this.field.key === "entries" && this.owner?.part.listing) this.owner.completeWith(word);
    this.showMenu();
    checkNow();
  }
}

// Several answers of a closed choice, or several names.

class PickView extends ListBase {
  constructor(...all) {
    super(...all);
    const kind = this.field.kind;
    this.ref = kind.list.ref;
    this.folded = Boolean(this.ref) || kind.list.choice.length > 8;
    this.box = el("fieldset", { class: "pick", "aria-describedby": this.describedBy },
      el("legend", { class: this.folded ? "hidden" : "" }, this.label), this.help);
    this.boxes = el("div", { class: "choices" });
    this.box.append(el("div", { class: "answer" }, this.stateMenu(kind, () => (this.values().length ? "These:" : "Not told"))), this.boxes);
    this.controls = [this.menu];
    if (this.folded) {
      this.chosen = el("span", { class: "chosen" });
      // Filled as soon as it is pressed: the event that tells of the opening comes later, and Tab may be quicker.
      const summary = el("summary", { onclick: () => this.fill(true) }, el("span", { class: "label" }, this.label), " ", this.chosen);
      this.details = el("details", { class: "picker", ontoggle: () => this.boxes.contains(document.activeElement) || this.fill() }, summary, this.box);
      this.row(this.details);
    } else this.row(this.box);
    this.show();
  }

  values() {
    const value = this.slot.get();
    return Array.isArray(value) ? value : [];
  }

  show() {
    this.showMenu();
    if (this.chosen) {
      const value = this.slot.get();
      this.chosen.textContent = this.values().join(", ") || (value === undefined ? "Not told" : value === "unknown" ? "Asked, and not known" : "None");
      this.chosen.classList.toggle("untold", value === undefined);
    }
    this.fill();
  }

  /** The boxes to tick; with many questions on a page, only where they are looked at. */
  fill(opening = false) {
    if (this.details && !this.details.open && !opening) return;
    const there = this.ref ? named(this.ref) : this.field.kind.list.choice.map((name) => ({ name, says: sayChoice(name) }));
    for (const name of this.values())
      if (!there.some((option) => option.name === name)) there.push({ name, says: `${name} (not named)` });
    const before = document.activeElement?.dataset?.name;
    const within = this.boxes.contains(document.activeElement);
    this.boxes.replaceChildren(...there.map(({ name, says }) => {
      const id = newId();
      const box = el("input", { type: "checkbox", id, "data-name": name, onchange: () => this.tick(name, box.checked) });
      box.checked = this.values().includes(name);
      return el("label", { for: id }, box, says);
    }));
    if (this.ref) {
      if (!there.length) this.boxes.append(el("p", { class: "soft" }, `No ${this.ref} are named yet.`));
      this.boxes.append(el("button", { type: "button", class: "quiet", onclick: () => goTo([this.ref], true) }, `Go to the ${this.ref}`));
    }
    if (within) [...this.boxes.querySelectorAll("input")].find((box) => box.dataset.name === before)?.focus();
  }

  tick(name, on) {
    const values = this.values().filter((value) => value !== name);
    if (on) values.push(name);
    this.change(values.length ? values : undefined);
    this.notice.hidden = true;
    this.aside = null;
    this.show();
  }

  setAside(away) {
    if (away && this.values().length) {
      this.aside = this.values();
      this.notice.textContent = `Taken out: ${this.aside.join(", ")}.`;
      this.notice.hidden = false;
    }
  }

  sync() {
    this.change(this.aside ?? undefined);
    this.aside = null;
    this.notice.hidden = true;
    this.show();
  }

  change(value) {
    super.change(value);
    this.show();
  }
}

// Several texts.

class TextsView extends ListBase {
  constructor(...all) {
    super(...all);
    this.rows = el("ul", { class: "texts" });
    this.add = el("button", { type: "button", onclick: () => this.more(true) }, "Add another");
    this.box = el("fieldset", { "aria-describedby": this.describedBy }, el("legend", {}, this.label), this.help,
      el("div", { class: "answer" }, this.stateMenu(this.field.kind, () => (this.texts().length ? "These:" : this.items?.some((i) => i.input.value) ? "Back to these" : "Not told"))),
      this.rows, this.add);
    this.row(this.box);
    this.show();
  }

  texts() {
    const value = this.slot.get();
    return Array.isArray(value) ? value : [];
  }

  show() {
    this.items = [];
    this.rows.replaceChildren();
    for (const text of this.texts()) this.more(false, text);
    if (!this.items.length) this.more(false);
    this.showMenu();
    this.hide();
  }

  hide() {
    const away = this.menu.value !== "";
    this.rows.hidden = away;
    this.add.hidden = away;
  }

  more(focus, text = "") {
    const n = this.items.length + 1;
    const input = el("textarea", { rows: 1, "aria-label": `${this.label}, ${n}`, "aria-describedby": this.describedBy });
    input.value = text;
    const item = { input, text, touched: false };
    input.addEventListener("input", () => {
      item.text = clean(input);
      item.touched = true;
      this.sync();
    });
    const row = el("li", {}, input, el("button", { type: "button", class: "quiet", "aria-label": `Remove ${this.label}, ${n}`, onclick: () => {
      const at = this.items.indexOf(item);
      this.items.splice(at, 1);
      row.remove();
      if (!this.items.length) this.more(false);
      this.sync();
      announce("Removed.");
      this.items[Math.min(at, this.items.length - 1)].input.focus();
    } }, "Remove"));
    this.items.push(item);
    this.controls = [this.menu, ...this.items.map((i) => i.input)];
    this.rows.append(row);
    if (focus) input.focus();
  }

  setAside() {}

  sync() {
    const texts = this.items.filter((item) => item.text !== "" || (!item.touched && this.texts().includes(""))).map((item) => item.text);
    this.change(texts.length ? texts : undefined);
    this.showMenu();
    this.hide();
  }

  chooseState() {
    super.chooseState();
    this.hide();
  }
}

// Entries: parts in a list, or parts with names. An entry is in the file once something is told of it.

class Item {
  constructor(list, value, attached, name) {
    Object.assign(this, { list, value, attached, name });
  }

  get() {
    return this.value;
  }

  set(value) {
    this.value = value;
    this.attach();
  }

  make() {
    if (!isPart(this.value)) this.value = {};
    this.attach();
    return this.value;
  }

  clear() {
    this.value = undefined;
    this.prune();
  }

  attach() {
    if (this.attached) return;
    this.attached = true;
    this.list.sync();
  }

  prune() {
    if (!this.attached || isTold(this.value)) return;
    this.attached = false;
    this.list.sync();
  }

  path() {
    const there = this.list.items.filter((item) => item.attached);
    return [...this.list.slot.path(), this.list.names ? this.name : this.attached ? there.indexOf(this) : `new ${this.list.items.indexOf(this)}`];
  }
}

class EntriesView extends ListBase {
  constructor(...all) {
    super(...all);
    const kind = this.field.kind;
    this.names = Boolean(kind.names);
    this.inner = kind.list ?? kind.names;
    this.partName = this.inner.part;
    this.noun = this.partName ? partOf(this.partName).noun ?? "entry" : kind.keys ? "reason" : "word";
    this.rows = el("div", { class: "entries" });
    this.add = el("button", { type: "button", onclick: () => this.more() }, "");
    this.head = el("div", { class: "answer" }, this.stateMenu(kind, () => (this.list().length ? "These:" : this.items?.length && !kind.begun ? "Back to these" : "Not told")));
    this.controls = [this.menu];
    // A stage has a summary of its own around this; there the menu would say twice what the role says.
    if (kind.begun) this.head.hidden = true;
    const box = el("fieldset", { class: kind.begun ? "bare" : "", "aria-describedby": this.describedBy },
      el("legend", { class: kind.begun || this.unlabelled ? "hidden" : "" }, this.label), kind.begun ? null : this.help, this.head, this.rows, this.add);
    this.box = box;
    if (kind.begun) {
      this.state = el("span", { class: "state" });
      this.row(this.details = el("details", { class: "part" }, el("summary", {}, el("span", { class: "label" }, this.label), " ", this.state), el("div", { class: "inside" }, this.help, box)));
    } else this.row(box);
    this.show();
  }

  list() {
    const value = this.slot.get();
    return Array.isArray(value) ? value : [];
  }

  show() {
    this.items = this.list().map((entry) => (this.names ? new Item(this, entry.value, true, entry.name) : new Item(this, entry, true)));
    this.rows.replaceChildren();
    if (this.field.kind.begun && !this.items.length) this.items.push(new Item(this, undefined, false));
    for (const item of this.items) this.rows.append(this.draw(item));
    this.showMenu();
    this.hide();
  }

  hide() {
    const away = !this.field.kind.begun && this.menu.value !== "";
    this.rows.hidden = away;
    this.add.hidden = away;
    this.add.textContent = this.items.length || this.noun.startsWith("other ") ? `Add another ${this.noun.replace(/^other /, "")}` : `Add a ${this.noun}`.replace(/^Add a (?=[aeiou])/, "Add an ");
  }

  /** What an entry is called in its summary. */
  title(item) {
    const number = this.items.indexOf(item) + 1;
    const value = isPart(item.value) ? item.value : {};
    const told = ["what", "said", "group", "title", "name", "item", "named", "says", "well", "role", "kind", "of", "answer"]
      .map((key) => value[key]).find((text) => typeof text === "string");
    return `${capital(this.noun)} ${number}${item.name !== undefined && this.partName ? ` (${item.name})` : ""}${told ? `: ${shorten(told)}` : ""}`;
  }

  draw(item, open = false) {
    const bare = this.field.kind.begun && this.items.length === 1;
    if (!this.partName) return this.drawWord(item);
    item.body = new PartBody(partOf(this.partName), item, this.at, this.partName);
    const remove = el("button", { type: "button", class: "quiet", onclick: () => this.remove(item) }, `Remove this ${this.noun}`);
    item.summary = el("span", { class: "label" }, this.title(item));
    const name = this.names ? this.nameRow(item) : null;
    if (bare) {
      item.element = el("div", { class: "entry bare" }, ...item.body.rows);
      return item.element;
    }
    item.element = el("details", { class: "entry" }, el("summary", {}, item.summary), el("div", { class: "inside" }, name, ...item.body.rows, remove));
    item.element.open = open;
    return item.element;
  }

  nameRow(item) {
    const id = newId();
    if (this.field.kind.keys) {
      const menu = el("select", { id, onchange: () => {
        item.name = menu.value;
        this.sync();
      } }, ...this.field.kind.keys.filter((key) => key === item.name || !this.items.some((other) => other.name === key))
        .map((key) => el("option", { value: key }, sayChoice(key))));
      menu.value = item.name;
      return el("div", { class: "q" }, el("label", { for: id }, "Which"), menu);
    }
    const wrong = el("p", { class: "wrong", id: `${id}-wrong`, hidden: true });
    const help = el("p", { class: "help", id: `${id}-help` }, this.at === "project.claims" ? "The word, as it is used in public." : "A word or two by which the rest of this page refers to it.");
    const input = el("input", { type: "text", id, autocomplete: "off", "aria-describedby": `${id}-help ${id}-wrong`, maxlength: DATA.limits.key });
    input.value = item.name;
    input.addEventListener("change", () => {
      const name = clean(input).replace(/\s+/g, " ").trim();
      const taken = this.items.some((other) => other !== item && other.name === name);
      wrong.hidden = Boolean(name) && !taken;
      wrong.textContent = taken ? `There is one with the name ${quote(name)} already; the name was left as it is.` : name ? "" : "A name is needed here; it was left as it is.";
      if (!name || taken) {
        input.value = item.name;
        announce(wrong.textContent);
        return;
      }
      const before = item.name;
      item.name = name;
      input.value = name;
      if (this.slot.path().length === 1) renamed(this.field.key, before, name);
      this.sync();
    });
    item.nameInput = input;
    return el("div", { class: "q" }, el("label", { for: id }, this.at === "project.claims" ? "Word" : "Short name"), help, input, wrong);
  }

  /** A name with one choice behind it. */
  drawWord(item) {
    const field = { key: item.name, label: this.at === "project.claims" ? "How much say it claims" : "How it is known", kind: this.inner };
    const view = new ChoiceView(field, item, this.at + ".*");
    view.owner = { answered: () => this.sync() };
    item.element = el("div", { class: "entry row" }, this.nameRow(item), view.element,
      el("button", { type: "button", class: "quiet", onclick: () => this.remove(item) }, `Remove this ${this.noun}`));
    return item.element;
  }

  newName() {
    if (this.field.kind.keys) return this.field.kind.keys.find((key) => !this.items.some((item) => item.name === key)) ?? this.field.kind.keys[0];
    if (!this.partName) {
      const called = Array.isArray(root.project?.called) ? root.project.called : [];
      return called.find((word) => !this.items.some((item) => item.name === word)) ?? `word ${this.items.length + 1}`;
    }
    for (let n = this.items.length + 1; ; n++) {
      const name = `${this.noun}_${n}`;
      if (!this.items.some((item) => item.name === name)) return name;
    }
  }

  more() {
    const item = new Item(this, undefined, false, this.names ? this.newName() : undefined);
    if (this.field.kind.begun && this.items.length === 1) {
      // The first entry stood alone; now each gets its own heading.
      this.items.push(item);
      views = views.filter((view) => !this.rows.contains(view.element));
      this.rows.replaceChildren(...this.items.map((each) => this.draw(each, true)));
    } else {
      this.items.push(item);
      this.rows.append(this.draw(item, true));
    }
    this.hide();
    this.titles();
    refreshModes();
    announce(`${capital(this.noun)} ${this.items.length} was added.`);
    (item.nameInput ?? item.element.querySelector(".inside input, .inside textarea, .inside select"))?.focus();
    item.nameInput?.select();
  }

  remove(item) {
    const at = this.items.indexOf(item);
    const attached = item.attached;
    const says = this.partName ? this.title(item) : item.name;
    this.items.splice(at, 1);
    item.attached = false;
    const place = el("p", { class: "aside" }, `Removed: ${says}. `, el("button", { type: "button", onclick: () => {
      this.items.splice(Math.min(at, this.items.length), 0, item);
      place.replaceWith(item.element);
      item.attached = attached;
      this.sync();
      this.titles();
      this.hide();
      item.element.querySelector("summary, input")?.focus();
    } }, "Put it back"));
    item.element.replaceWith(place);
    this.sync();
    this.titles();
    this.hide();
    announce(`Removed: ${says}`);
    place.querySelector("button").focus();
  }

  titles() {
    for (const item of this.items) if (item.summary) item.summary.textContent = this.title(item);
  }

  setAside(away) {
    const there = this.items.filter((item) => item.attached);
    this.notice.hidden = !away || !there.length;
    this.notice.textContent = `Taken out: ${there.length === 1 ? "one entry" : `${there.length} entries`}. ${there.length === 1 ? "It comes" : "They come"} back if you choose “Back to these”.`;
    if (away) for (const item of there) [item.attached, item.away] = [false, true];
    else for (const item of this.items) if (item.away) [item.attached, item.away] = [true, false];
  }

  /** Puts the entries of which something is told into the file. */
  sync() {
    const there = this.items.filter((item) => item.attached);
    this.change(there.length ? there.map((item) => (this.names ? { name: item.name, value: item.value ?? {} } : item.value ?? {})) : undefined);
    this.showMenu();
    this.hide();
  }

  chooseState() {
    super.chooseState();
    this.hide();
  }
}

/** Gives a room or a source another name wherever it is referred to. */
function renamed(section, before, after) {
  const walk = (kind, value) => {
    if (kind.part && isPart(value)) {
      for (const field of partOf(kind.part).fields) {
        const answer = value[field.key];
        if (answer === undefined) continue;
        if (field.kind.ref === section && answer === before) value[field.key] = after;
        if (field.kind.list?.ref === section && Array.isArray(answer)) value[field.key] = answer.map((name) => (name === before ? after : name));
        walk(field.kind, answer);
      }
    } else if (kind.list && Array.isArray(value)) value.forEach((item) => walk(kind.list, item));
    else if (kind.names && Array.isArray(value)) value.forEach((entry) => walk(kind.names, entry.value));
  };
  walk({ part: DATA.root }, root);
}

// Names that are given: the nine principles.

class FixedNamesView extends View {
  constructor(...all) {
    super(...all);
    const { keys, names } = this.field.kind;
    this.items = keys.map((name) => {
      const item = new Item(this, undefined, false, name);
      const title = fieldOf(partOf(DATA.root), name)?.label ?? capital(name);
      return Object.assign(item, { title });
    });
    this.names = true;
    this.inner = names;
    this.state = el("span", { class: "state" });
    this.rows = el("div");
    this.details = el("details", { class: "part" }, el("summary", {}, el("span", { class: "label" }, this.label), " ", this.state), el("div", { class: "inside" }, this.help, this.rows));
    this.row(this.details);
    this.show();
  }

  show() {
    const list = Array.isArray(this.slot.get()) ? this.slot.get() : [];
    this.rows.replaceChildren(...this.items.map((item) => {
      const there = list.find((entry) => entry.name === item.name);
      item.value = there?.value;
      item.attached = Boolean(there);
      item.body = new PartBody(partOf(this.inner.part), item, this.at, this.inner.part);
      return el("fieldset", { class: "opinion" }, el("legend", {}, item.title), DATA.principles[item.name] ? el("p", { class: "help" }, DATA.principles[item.name]) : null, ...item.body.rows);
    }));
  }

  sync() {
    const there = this.items.filter((item) => item.attached);
    this.change(there.length ? there.map((item) => ({ name: item.name, value: item.value ?? {} })) : undefined);
  }
}

// A part: questions that belong together.

class PartBody {
  constructor(part, slot, at, name) {
    this.part = part;
    this.slot = slot;
    this.name = name;
    this.aside = new Map();
    this.views = part.fields.filter((field) => field.key !== "format").map((field) => {
      const view = draw(field, new Slot(slot, field.key), at ? `${at}.${field.key}` : field.key);
      view.owner = this;
      return view;
    });
    this.rows = this.views.map((view) => view.element);
  }

  view(key) {
    return this.views.find((view) => view.field.key === key);
  }

  /** Whether a question makes sense after the answers to others. */
  applies(field) {
    const answers = isPart(this.slot.get()) ? this.slot.get() : {};
    return (field.when ?? []).every(({ key, is, not, holds }) => {
      const answer = answers[key];
      if (is) return is.includes(answer);
      if (not) return !not.includes(answer);
      return !Array.isArray(answer) || answer.includes(holds);
    });
  }

  /** After an answer: what no longer makes sense is taken out, and said; what makes sense again comes back. */
  answered(key) {
    const depending = this.part.fields.filter((field) => field.when?.some((when) => when.key === key));
    if (!depending.length) return;
    const view = this.view(key);
    for (const field of depending) {
      const slot = new Slot(this.slot, field.key);
      const applies = this.applies(field);
      if (!applies && isTold(slot.get())) {
        this.aside.set(field.key, slot.get());
        slot.clear();
        this.view(field.key).show?.();
      } else if (applies && this.aside.has(field.key)) {
        if (!isTold(slot.get())) slot.set(this.aside.get(field.key));
        this.aside.delete(field.key);
        this.view(field.key).show?.();
      }
    }
    const out = [...this.aside.keys()].map((each) => fieldOf(this.part, each));
    const mine = out.filter((field) => field.when.some((when) => when.key === key));
    view.notice.hidden = !mine.length;
    view.notice.textContent = `Taken out, for it does not go with this answer: ${mine.map((field) => `${field.label} (${brief(this.aside.get(field.key))})`).join(", ")}. It comes back if you choose another answer.`;
    if (mine.length) announce(view.notice.textContent);
    this.mode();
  }

  /** A list that has none is complete. */
  completeWith(word) {
    const slot = new Slot(this.slot, "complete");
    if (word === "none") {
      if (slot.get() !== "yes") this.wasComplete = slot.get() ?? null;
      slot.set("yes");
    } else if (this.wasComplete !== undefined || word === "unknown") {
      if (this.wasComplete) slot.set(this.wasComplete);
      else slot.clear();
      this.wasComplete = undefined;
    }
    this.view("complete").show();
    this.mode();
    touched();
  }

  /** Shows what is asked: what makes sense, and in the short form what it asks; what is told is always shown. */
  mode() {
    const none = this.part.listing && Array.isArray(this.slot.get()?.entries) && !this.slot.get().entries.length;
    for (const view of this.views) {
      const asked = this.applies(view.field) && !view.field.rare && !(short && !view.core) && !(none && view.field.key === "complete");
      view.element.hidden = !asked && !(view.told() && !(none && view.field.key === "complete"));
      view.body?.mode();
      for (const item of view.items ?? []) item.body?.mode?.();
    }
  }
}

class PartView extends View {
  constructor(...all) {
    super(...all);
    this.part = partOf(this.field.kind.part);
    this.state = el("span", { class: "state" });
    this.body = new PartBody(this.part, this.slot, this.at, this.field.kind.part);
    this.details = el("details", { class: "part" },
      el("summary", {}, el("span", { class: "label" }, this.label), " ", this.state),
      el("div", { class: "inside" }, this.help, ...this.body.rows));
    this.row(this.details);
  }

  show() {
    for (const view of this.body.views) view.show?.();
  }
}

// What a command has written, and a form keeps.

class KeptView extends View {
  constructor(...all) {
    super(...all);
    this.state = el("span", { class: "state" });
    this.row(el("p", {}, el("span", { class: "label" }, this.label), ": ", this.state), this.help);
    this.show();
  }

  show() {
    this.state.textContent = this.told() ? brief(this.slot.get()) : "not told";
  }
}

function draw(field, slot, at) {
  const { kind } = field;
  const Kind = field.kept ? KeptView : kind.part ? PartView : kind.choice ? ChoiceView : kind.ref ? RefView
    : kind.names ? (kind.keys && kind.names.part ? FixedNamesView : EntriesView)
    : kind.list ? (kind.list.part ? EntriesView : kind.list.choice || kind.list.ref ? PickView : TextsView) : WordsView;
  return new Kind(field, slot, at);
}

/** An answer in a few words. */
function brief(value) {
  if (typeof value === "string") return WORDS[value]?.toLowerCase() ?? shorten(value, 40);
  if (Array.isArray(value)) {
    if (!value.length) return "none";
    if (value.every((item) => typeof item === "string")) return shorten(value.join(", "), 60);
    return value.length === 1 ? "1 entry" : `${value.length} entries`;
  }
  if (!isPart(value)) return "not told";
  if (value.entries !== undefined) return brief(value.entries);
  const words = ["role", "answer", "status", "offered", "paid", "named", "when", "since"].filter((key) => typeof value[key] === "string").map((key) => WORDS[value[key]]?.toLowerCase() ?? value[key]);
  const others = Object.keys(value).length - words.length;
  return [shorten(words.join(", "), 60), others ? `${others} ${words.length ? "more " : ""}${others === 1 ? "answer" : "answers"}` : ""].filter(Boolean).join(", ") || "nothing told of it";
}

// --- the page --------------------------------------------------------------------------------------------------------

let sections = [];

function drawPage() {
  views = [];
  sections = partOf(DATA.root).fields.filter((field) => field.key !== "format").map((field) => {
    const slot = new Slot(TOP, field.key);
    const state = el("span", { class: "state" });
    const inside = el("div", { class: "inside" });
    const section = { field, slot, state, element: null };
    if (field.kind.part) {
      section.body = new PartBody(partOf(field.kind.part), slot, field.key, field.kind.part);
      inside.append(...section.body.rows);
    } else {
      section.view = draw({ ...field, label: field.label, help: "" }, slot, field.key);
      section.view.box.querySelector("legend").classList.add("hidden");
      inside.append(section.view.element);
    }
    const asks = DATA.criteria[field.key];
    const questions = asks ? el("details", { class: "asks" }, el("summary", {}, "What the report will look for here"),
      el("ul", {}, ...asks.map(({ asks: text, core }) => el("li", core ? {} : { class: "extra" }, text)))) : null;
    inside.prepend(...[field.help ? el("p", { class: "says" }, field.help) : null, questions].filter(Boolean));
    section.element = el("details", { class: "section", id: `section-${field.key}` }, el("summary", {}, el("h2", {}, field.label), " ", state), inside);
    return section;
  });
  $("sections").replaceChildren(...sections.map((section) => section.element));
  sections[0].element.open = true;
  refreshModes();
  checkNow();
}

function refreshModes() {
  document.documentElement.dataset.form = short ? "short" : "full";
  for (const section of sections) {
    section.body?.mode();
    for (const item of section.view?.items ?? []) item.body?.mode?.();
  }
}

/** The questions of a section that are asked now. */
function asked(section) {
  return section.body ? section.body.views.filter((view) => !view.element.hidden && !(view.field.key === "complete" && section.body.part.listing)) : [section.view];
}

let timer;
function touched() {
  changedSinceSave = true;
  $("saved").textContent = "There are changes that are not saved yet.";
  clearTimeout(timer);
  timer = setTimeout(checkNow, 700);
}

/** Looks at all answers and shows what does not fit, what is told and what is not. */
function checkNow() {
  clearTimeout(timer);
  views = views.filter((view) => view.element.isConnected);
  const problems = faults(root);
  const byPath = new Map(problems.map((problem) => [problem.path.join("\0"), problem]));
  for (const view of views) {
    const path = view.slot.path().join("\0");
    let found = byPath.get(path);
    // A list shows what is wrong with one of its names or texts.
    if (!found && (view instanceof PickView || view instanceof TextsView)) found = problems.find((problem) => problem.path.join("\0").startsWith(path + "\0"));
    view.complain(found?.says ?? "");
    if (view.details && view.state) {
      const value = view.slot.get();
      view.state.textContent = isTold(value) ? brief(view.field.kind.begun && value.length === 1 ? value[0] : value) : value === undefined ? "not told" : "nothing told of it";
      view.state.classList.toggle("untold", !isTold(value));
    }
    view.titles?.();
    if (view instanceof RefView || (view instanceof PickView && view.ref && view.details.open && !view.element.contains(document.activeElement))) view.show();
  }
  showProblems(problems);
  showUntold();
  if ($("text-box").open) $("text").value = write(root);
  keepDraft();
}

/** A place in words: "Power and decisions › Decisions › 2 › What". */
function placeWords(path) {
  const words = [];
  let kind = { part: DATA.root };
  for (const step of path) {
    if (kind.part) {
      const field = fieldOf(partOf(kind.part), step);
      if (!field) break;
      if (step !== "entries") words.push(field.label.split(":")[0]);
      kind = field.kind;
    } else {
      words.push(typeof step === "number" ? String(step + 1) : step);
      kind = kind.list ?? kind.names;
    }
  }
  return words.join(" › ");
}

function showProblems(problems) {
  const list = $("problems");
  $("problems-box").hidden = !problems.length;
  $("problems-count").textContent = problems.length === 1 ? "One answer cannot be read yet" : `${problems.length} answers cannot be read yet`;
  list.replaceChildren(...problems.slice(0, 50).map((problem) =>
    el("li", {}, el("a", { href: "#problems-box", onclick: (event) => {
      event.preventDefault();
      goTo(problem.path);
    } }, placeWords(problem.path)), `: ${problem.says}`)));
}

function showUntold() {
  let all = 0;
  let open = 0;
  const groups = sections.map((section) => {
    const questions = asked(section);
    const missing = questions.filter((view) => view.slot.get() === undefined);
    all += questions.length;
    open += missing.length;
    section.state.textContent = section.body?.part.listing || section.view ? brief(section.slot.get()) : section.body ? `${questions.length - missing.length} of ${questions.length} told` : "";
    section.state.classList.toggle("untold", missing.length === questions.length);
    return [section, missing];
  });
  $("told").textContent = `${all - open} of ${all} topics told.`;
  $("untold-count").textContent = open ? `Not told yet: ${open} of ${all} topics` : "Every topic is told";
  if (!$("untold-box").open) return;
  $("untold").replaceChildren(...groups.filter(([, missing]) => missing.length).map(([section, missing]) =>
    el("li", {}, el("strong", {}, section.field.label), el("ul", {}, ...missing.map((view) => el("li", {}, el("a", { href: `#${view.id}`, onclick: (event) => {
      event.preventDefault();
      goTo(view.slot.path());
    } }, view.label)))))));
}

/** Opens what is folded around a question, and goes there. */
function goTo(path, add = false) {
  const key = path.join("\0");
  let view = views.find((each) => each.slot.path().join("\0") === key);
  for (let n = path.length - 1; !view && n > 0; n--) {
    const near = path.slice(0, n).join("\0");
    view = views.find((each) => each.slot.path().join("\0") === near);
  }
  const section = sections.find((each) => each.field.key === path[0]);
  const target = view?.element ?? section.element;
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
    if (at.hidden && at.classList?.contains("q")) at.hidden = false;
  }
  target.querySelector(":scope > details")?.setAttribute("open", "");
  target.scrollIntoView({ block: "center" });
  if (add && view?.add) view.add.focus();
  else if (view) view.focus();
  else section.element.querySelector("summary").focus();
}

// Opening and saving.

function say(...lines) {
  $("messages").className = "box";
  $("messages").replaceChildren(...lines.map((line) => (typeof line === "string" ? el("p", {}, line) : line)));
  $("messages").hidden = !lines.length;
}

/** Takes a project file over; says why where it cannot, and then changes nothing. */
function take(text, name) {
  let found;
  try {
    found = read(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    found = { problems: [{ line: error.line, where: "", says: error.message }] };
  }
  if (found.problems.length) {
    say(`${name} was not opened, and nothing on this page has changed. Please mend this in the file, and try again:`,
      el("ul", {}, ...found.problems.map(({ line, where, says }) => el("li", {}, `Line ${line}${where ? `, ${where}` : ""}: ${says}`))));
    $("messages").focus();
    return false;
  }
  delete found.root.format;
  root = found.root;
  fileName = /\.ya?ml$/i.test(name) ? name : "project.yaml";
  drawPage();
  changedSinceSave = false;
  $("saved").textContent = "";
  const replies = Array.isArray(root.views?.entries) && root.views.entries.some((view) => view.sealed !== undefined);
  say(`${name} is open. Go on where you like; then save it again.`,
    ...(replies ? ["Contributors have replied to this file, and their reply is sealed: answers that you change now will show as changed after the reply."] : []),
    ...(found.comments ? ["It holds comments (what stands behind #). This page does not show them, and a file saved here is without them: keep the old file if you need them."] : []));
  return true;
}

async function openFile(file) {
  if (!file) return;
  if (file.size > DATA.limits.bytes) {
    say(`${file.name} has ${file.size.toLocaleString("en")} bytes; at most ${DATA.limits.bytes.toLocaleString("en")} are read. Is this the right file?`);
    return;
  }
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    say(`${file.name} is not text in UTF-8. Word, PDF and spreadsheet files cannot be opened here; a project file is plain text.`);
    $("messages").focus();
    return;
  }
  const go = () => {
    if (take(text, file.name)) $("messages").focus();
  };
  if (!changedSinceSave) go();
  else {
    say("There are answers on this page that are not saved. If you open another file, they are gone.",
      el("p", {}, el("button", { type: "button", onclick: go }, `Open ${file.name} all the same`), " ",
        el("button", { type: "button", class: "quiet", onclick: () => say() }, "Leave everything as it is")));
    $("messages").focus();
  }
}

function save() {
  checkNow();
  const text = write(root);
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = el("a", { href: address, download: fileName });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  changedSinceSave = false;
  const problems = faults(root);
  $("saved").textContent = `${fileName} was handed to your browser, which keeps it among your downloads.` +
    (problems.length ? ` ${problems.length === 1 ? "One answer in it cannot" : `${problems.length} answers in it cannot`} be read yet; you can open it here again and mend that.` : "");
  if (new TextEncoder().encode(text).length > DATA.limits.bytes) $("saved").textContent += " It is longer than the tool reads: shorten the longest texts.";
}

// A draft in this browser, only where somebody wants it.

const DRAFT = "involve-audit form draft";

function keepDraft() {
  if (!$("draft").checked) return;
  try {
    localStorage.setItem(DRAFT, JSON.stringify({ when: new Date().toISOString(), name: fileName, text: write(root) }));
  } catch {
    $("draft").checked = false;
    say("This browser does not allow a draft to be kept. Please save the file now and then.");
  }
}

function forgetDraft() {
  try {
    localStorage.removeItem(DRAFT);
  } catch {
    // Where nothing may be kept, nothing was kept.
  }
}

function offerDraft() {
  let draft = null;
  try {
    draft = JSON.parse(localStorage.getItem(DRAFT));
  } catch {
    return;
  }
  if (typeof draft?.text !== "string") return;
  const when = new Date(draft.when);
  say(`There is a draft in this browser${Number.isNaN(when.getTime()) ? "" : ` of ${when.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" })}`}.`,
    el("p", {}, el("button", { type: "button", onclick: () => {
      if (!take(draft.text, String(draft.name))) return;
      say("The draft is open. It is kept in this browser until you take the tick away.");
      $("draft").checked = true;
      changedSinceSave = true;
    } }, "Go on with it"), " ", el("button", { type: "button", class: "quiet", onclick: () => {
      forgetDraft();
      say("The draft was deleted.");
    } }, "Delete it")));
}

$("open").addEventListener("change", async () => {
  await openFile($("open").files[0]);
  $("open").value = "";
});
for (const button of document.querySelectorAll(".save")) button.addEventListener("click", save);
for (const choice of document.querySelectorAll("input[name=form]")) {
  choice.checked = (choice.value === "short") === short;
  choice.addEventListener("change", () => {
    short = choice.value === "short";
    refreshModes();
    checkNow();
  });
}
$("draft").addEventListener("change", () => {
  if ($("draft").checked) keepDraft();
  else forgetDraft();
});
$("text-box").addEventListener("toggle", () => {
  if ($("text-box").open) $("text").value = write(root);
});
$("untold-box").addEventListener("toggle", showUntold);
addEventListener("beforeunload", (event) => {
  if (changedSinceSave && !$("draft").checked) event.preventDefault();
});
let folded_ = [];
addEventListener("beforeprint", () => {
  // On paper, what is told is open.
  folded_ = [...document.querySelectorAll("details.section, details.part, details.entry")].filter((each) => !each.open && each.querySelector(".state:not(.untold)"));
  for (const each of folded_) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of folded_) each.open = false;
});

drawPage();
$("form").hidden = false;
offerDraft();

// For tests, and for anybody who wants to read or write project files with the same rules.
globalThis.involveAudit = Object.freeze({
  read: (text) => {
    const { root: answers, problems } = read(text);
    return problems.length ? { problems } : { answers };
  },
  parse: (text) => new Yaml(text).document(),
  write: (answers) => write(answers),
  faults: (answers) => faults(answers),
  meaning: (kind, text) => READERS[kind](text),
  answers: () => structuredClone(root),
});
})();
