// The answer: a tree that folds, or text. Statuses have colours, ids can be followed, addresses opened.

// What an event has, such as its reports, starts folded, and is unfolded whole by one click. Long lists start folded.
const folded = 3;
const long = 60;

function element(name, className, ...children) {
  const e = document.createElement(name);
  if (className) e.className = className;
  e.append(...children);
  return e;
}

// leaf shows a plain value.
function leaf(key, value, follow) {
  if (value === null) return element("span", "null", "null");
  if (typeof value === "number") return element("span", "number", String(value));
  if (typeof value === "boolean") return element("span", "word", String(value));
  if (key === "status") return element("span", value, value);
  if (key === "id") {
    const a = element("a", "", value);
    a.tabIndex = 0;
    a.title = "Ask for this";
    a.setAttribute("role", "button");
    a.addEventListener("click", () => follow(value));
    a.addEventListener("keydown", (e) => { if (e.key === "Enter") follow(value); });
    return a;
  }
  if (key === "url" && /^https?:\/\//.test(value)) {
    const a = element("a", "string", value);
    Object.assign(a, { href: value, target: "_blank", rel: "noopener noreferrer" });
    return a;
  }
  return element("span", "string", value);
}

// headline is what a folded thing is known by.
function headline(value) {
  if (Array.isArray(value)) {
    const names = value.slice(0, 6).map(nameOf).filter(Boolean).join(" · ");
    return `${value.length} ${value.length === 1 ? "item" : "items"}${names ? ": " + clip(names) : ""}`;
  }
  return clip(nameOf(value) ?? Object.keys(value).slice(0, 6).join(", "));
}

function nameOf(value) {
  if (value === null || typeof value !== "object") return value;
  const name = value.name ?? value.title ?? value.text ?? value.actor?.name ?? value.node?.name ?? value.evidence?.text;
  return typeof name === "string" ? name : undefined;
}

const clip = (text) => (text.length > 120 ? text.slice(0, 119) + "…" : text);

function branch(key, value, follow, depth) {
  if (value === null || typeof value !== "object") {
    return element("div", "leaf", element("span", "name", String(key)), element("span", "sign", ": "), leaf(key, value, follow));
  }
  const label = element("summary", "", element("span", "name", String(key)), " ", element("small", "", headline(value)));
  const inner = element("div", "");
  const details = element("details", "", label, inner);
  const fill = () => {
    if (inner.childNodes.length) return;
    for (const [k, v] of Object.entries(value)) inner.append(branch(Array.isArray(value) ? Number(k) + 1 : k, v, follow, depth + 1));
  };
  details.addEventListener("toggle", () => details.open && fill());
  details.open = depth !== folded && !(Array.isArray(value) && value.length > long);
  if (details.open) fill();
  return details;
}

function problem(e) {
  const where = [e.path?.join("."), e.locations?.map((l) => `line ${l.line}, column ${l.column}`).join("; ")].filter(Boolean).join(", ");
  return element("div", "error", element("b", "", e.extensions?.code ?? "ERROR"), e.message, where ? ` (${where})` : "");
}

// show draws the answer into box.
export function show(box, answer, view, follow) {
  box.replaceChildren(...(answer.errors ?? []).map(problem));
  if (view === "text") {
    box.append(element("pre", "", JSON.stringify(answer, null, 2)));
  } else {
    for (const [key, value] of Object.entries(answer.data ?? {})) box.append(branch(key, value, follow, 0));
  }
  box.scrollTop = 0;
}
