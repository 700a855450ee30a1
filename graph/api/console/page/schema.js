// The schema in its own words: what introspection says, a type a page, with a trail back and a search.

const deep = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
const question = `{ __schema { queryType { name } types { kind name description
  fields { name description args { name description defaultValue type { ${deep} } } type { ${deep} } }
  inputFields { name description type { ${deep} } }
  enumValues { name description } interfaces { name } possibleTypes { name } } } }`;

function element(name, ...children) {
  const e = document.createElement(name);
  e.append(...children);
  return e;
}

// inner is the name in [Name!]!, and around the signs before and after it.
const inner = (t) => (t.ofType ? inner(t.ofType) : t.name);
function around(t) {
  if (t.kind === "NON_NULL") return around(t.ofType).with(1, around(t.ofType)[1] + "!");
  if (t.kind === "LIST") return ["[" + around(t.ofType)[0], around(t.ofType)[1] + "]"];
  return ["", ""];
}

export class Schema {
  constructor(parts, ask) {
    Object.assign(this, parts);
    this.ask = ask;
    this.types = new Map();
    this.visited = [];
  }

  async load() {
    const { body } = await this.ask(question);
    if (!body.data) return;
    for (const t of body.data.__schema.types) this.types.set(t.name, t);
    this.root = body.data.__schema.queryType.name;
    this.find.addEventListener("input", () => (this.find.value.trim() ? this.search(this.find.value.trim().toLowerCase()) : this.go(this.root, true)));
    this.find.addEventListener("keydown", (e) => {
      if (e.key === "Enter") this.page.querySelector("a")?.click();
      if (e.key === "Escape") { this.find.value = ""; this.go(this.root, true); }
    });
    this.go(this.root, true);
  }

  // go shows a type; from the start, or as the next step of the trail.
  go(name, fresh) {
    const known = this.visited.indexOf(name);
    this.visited = fresh ? [name] : known >= 0 ? this.visited.slice(0, known + 1) : [...this.visited, name];
    this.trail.replaceChildren(...this.visited.flatMap((n, i) => (i ? [" › ", this.link(n)] : [this.link(n)])));
    this.page.replaceChildren(...this.describe(this.types.get(name)));
    this.page.scrollTop = 0;
  }

  link(name) {
    const a = element("a", name);
    a.tabIndex = 0;
    a.setAttribute("role", "link");
    const go = () => { this.find.value = ""; this.go(name); };
    a.addEventListener("click", go);
    a.addEventListener("keydown", (e) => { if (e.key === "Enter") go(); });
    return a;
  }

  type(t) {
    const [before, after] = around(t);
    return element("span", before, this.link(inner(t)), after);
  }

  describe(t) {
    const out = [element("h2", t.name), element("p", t.description ?? "")];
    const list = (title, items) => items?.length && out.push(element("h3", title), element("dl", ...items));
    const links = (title, types) => types?.length && out.push(element("h3", title), element("p", ...types.flatMap((i, n) => (n ? [", ", this.link(i.name)] : [this.link(i.name)]))));
    links("Is a", t.interfaces);
    links("Is one of", t.possibleTypes);
    list("Fields", t.fields?.flatMap((f) => this.field(f)));
    list("Says", t.inputFields?.flatMap((f) => this.entry(f)));
    list("Values", t.enumValues?.flatMap((v) => [element("dt", v.name), element("dd", v.description ?? "")]));
    return out;
  }

  entry(f) {
    const preset = f.defaultValue ? ` = ${f.defaultValue}` : "";
    return [element("dt", f.name, ": ", this.type(f.type), preset), element("dd", f.description ?? "")];
  }

  field(f) {
    const [term, text] = this.entry(f);
    if (f.args.length) {
      const more = element("details", element("summary", element("small", f.args.map((a) => a.name).join(", "))),
        element("dl", ...f.args.flatMap((a) => this.entry(a))));
      text.append(more);
    }
    return [term, text];
  }

  // search lists types and fields whose name or description has the words.
  search(words) {
    const has = (x) => x.name.toLowerCase().includes(words) || x.description?.toLowerCase().includes(words);
    const out = [];
    for (const t of this.types.values()) {
      if (t.name.startsWith("__")) continue;
      if (has(t)) out.push(element("dt", this.link(t.name)), element("dd", t.description ?? ""));
      for (const f of [...(t.fields ?? []), ...(t.inputFields ?? []), ...(t.enumValues ?? [])]) {
        if (has(f)) out.push(element("dt", this.link(t.name), ".", f.name), element("dd", f.description ?? ""));
      }
    }
    const rank = (dt) => (dt.textContent.toLowerCase().split(".").includes(words) ? 0 : 1);
    const pairs = [];
    for (let i = 0; i < out.length; i += 2) pairs.push([out[i], out[i + 1]]);
    pairs.sort((a, b) => rank(a[0]) - rank(b[0]));
    this.trail.replaceChildren(`${pairs.length} found`);
    this.page.replaceChildren(element("dl", ...pairs.flat()));
  }
}
