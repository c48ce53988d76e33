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

class Wrong extends Error {}

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
    const odd = NO_TEXT.exec(this.s);
    if (odd) this.refuse(`there is a character here that no text has (U+${code(odd[0])}); is this the right file?`, odd.index);
  }

  refuse(says, at = this.i) {
    let line = 1;
    for (let n = this.s.indexOf("\n"); n >= 0 && n < at; n = this.s.indexOf("\n", n + 1)) line++;
    throw new YamlError(line, says);
  }

  line(at = this.i) {
    let line = 1;
    for (let n = this.s.indexOf("\n"); n >= 0 && n < at; n = this.s.indexOf("\n", n + 1)) line++;
    return line;
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
    if ("[{|>&*!%@`#".includes(c)) return false;
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
    if (short.sections) {
      for (const item of node.items)
        if (short.sections.includes(item.key) && item.value.kind === "text" && item.value.text === "none")
          item.value = { kind: "list", items: [], line: item.line };
    }
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
      return there.map((item, n) => this.value(kind.list, item, [...path, n])).filter((value) => value !== undefined);
    }
    if (node.kind === "text") {
      const word = tidy(node.text);
      if (word === "unknown" && kind.unknown) return "unknown";
      if (kind.empty.includes(word)) return [];
    }
    const one = this.value(kind.list, node, path);
    return one === undefined ? undefined : [one];
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
      let value = this.value(kind.names, item.value, [...path, item.key]);
      if (item.value.kind === "blank" && path.length === 1 && (path[0] === "rooms" || path[0] === "sources")) value = {};
      if (value !== undefined) found.push({ name, value });
    }
    return found;
  }
}

/** The choice that a text means, read kindly; undefined where it means none. */
function chosen(kind, text) {
  if (kind.choice.includes(text)) return text;
  if (kind.pattern && new RegExp(kind.pattern).test(text)) return text;
  const word = tidy(text);
  if (kind.choice.includes(word)) return word;
  if (kind.pattern && new RegExp(kind.pattern, "i").test(word + " ")) return text;
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
