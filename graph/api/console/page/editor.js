// The editor: a textarea whose letters are transparent over a copy of its text in colours.

const tokens = /(#[^\n]*)|("""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"?)|(-?\b\d[\d.eE+-]*\b)|(\b(?:query|fragment|on|true|false|null)\b|\$\w+|@\w+|\b[A-Z][A-Z0-9_]+\b)|(\w+)|([{}()[\]:!=|&.,]+)/g;
const classes = ["comment", "string", "number", "word", "name", "sign"];

// colour gives the text as spans.
function colour(text) {
  const out = document.createDocumentFragment();
  let at = 0;
  for (const m of text.matchAll(tokens)) {
    out.append(text.slice(at, m.index));
    const span = document.createElement("span");
    span.className = classes[m.slice(1).findIndex((g) => g !== undefined)];
    span.textContent = m[0];
    out.append(span);
    at = m.index + m[0].length;
  }
  out.append(text.slice(at) + "\n");
  return out;
}

export class Editor {
  onInput = () => {};

  constructor(area, paint) {
    this.area = area;
    this.paint = paint;
    this.leaving = false;
    area.addEventListener("input", () => { this.draw(); this.onInput(); });
    area.addEventListener("scroll", () => this.follow());
    area.addEventListener("keydown", (e) => this.key(e));
  }

  get text() { return this.area.value; }

  set text(value) { this.area.value = value; this.draw(); }

  draw() {
    this.paint.replaceChildren(colour(this.area.value));
    this.follow();
  }

  follow() {
    this.paint.scrollTop = this.area.scrollTop;
    this.paint.scrollLeft = this.area.scrollLeft;
  }

  // key indents with Tab (Escape first lets Tab leave), keeps the indentation on Enter, and closes brackets.
  key(e) {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const leaving = this.leaving;
    this.leaving = e.key === "Escape";
    const { value, selectionStart: start, selectionEnd: end } = this.area;
    if (e.key === "Tab" && !e.shiftKey && !leaving) {
      this.insert(e, "  ");
    } else if (e.key === "Enter") {
      const indent = /^ */.exec(value.slice(value.lastIndexOf("\n", start - 1) + 1))[0];
      const opens = /[{([]$/.test(value.slice(0, start).trimEnd());
      const closes = opens && /^[})\]]/.test(value.slice(end));
      this.insert(e, "\n" + indent + (opens ? "  " : "") + (closes ? "\n" + indent : ""), closes ? indent.length + 1 : 0);
    } else if ("{([".includes(e.key) && start === end && /^\s*$/.test(value.slice(end).split("\n")[0])) {
      this.insert(e, e.key + { "{": "}", "(": ")", "[": "]" }[e.key], 1);
    } else if ("})]".includes(e.key) && value[start] === e.key && start === end) {
      e.preventDefault();
      this.area.setSelectionRange(start + 1, start + 1);
    }
  }

  // insert types text where the cursor is, so that it can be undone, and puts the cursor back by some characters.
  insert(e, text, back = 0) {
    e.preventDefault();
    document.execCommand("insertText", false, text);
    const at = this.area.selectionStart - back;
    this.area.setSelectionRange(at, at);
  }
}
