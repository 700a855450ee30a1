// The console's wiring: examples, running, keys, and the address, which keeps the query so that it can be shared.

import { Editor } from "./editor.js";
import { show } from "./answer.js";
import { Schema } from "./schema.js";

const $ = (id) => document.getElementById(id);
const editor = new Editor($("query"), $("paint"));
const variables = $("variables");
let answer = null;
let view = "tree";
let running = null;

// post sends a query and gives the decoded answer; what is no GraphQL answer becomes one with an error.
async function post(query, values, signal) {
  const response = await fetch("/graphql", {
    method: "POST", signal,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query, variables: values }),
  });
  const text = await response.text();
  try {
    return { body: JSON.parse(text), bytes: text.length };
  } catch {
    return { body: { errors: [{ message: `status ${response.status}`, extensions: { code: "HTTP" } }] }, bytes: text.length };
  }
}

// values reads the variables; null when they are no JSON object.
function values() {
  try {
    const v = JSON.parse(variables.value.trim() || "{}");
    return v && typeof v === "object" && !Array.isArray(v) ? v : null;
  } catch {
    return null;
  }
}

async function run() {
  const given = values();
  variables.classList.toggle("wrong", given === null);
  if (given === null) {
    $("summary").textContent = "The variables are not a JSON object.";
    return;
  }
  running?.abort();
  const mine = (running = new AbortController());
  $("run").disabled = true;
  $("summary").textContent = "Asking …";
  const start = performance.now();
  try {
    const { body, bytes } = await post(editor.text, given, mine.signal);
    const errors = body.errors ? `, ${body.errors.length} error${body.errors.length > 1 ? "s" : ""}` : "";
    $("summary").textContent = `${Math.round(performance.now() - start)} ms, ${(bytes / 1024).toFixed(1)} KB${errors}`;
    answer = body;
    draw();
    remember();
  } catch (err) {
    if (err.name !== "AbortError") $("summary").textContent = "The server does not answer.";
  } finally {
    if (running === mine) $("run").disabled = false;
  }
}

function draw() {
  if (answer) show($("answer"), answer, view, follow);
  for (const b of document.querySelectorAll("[data-view]")) b.setAttribute("aria-pressed", b.dataset.view === view);
}

// follow asks for the node of an id that was clicked.
function follow(id) {
  $("examples").value = "";
  open(`{
  node(id: ${JSON.stringify(id)}) {
    __typename
    id
    ... on Actor { name kind country aliases events { totalCount nodes { id name status } } }
    ... on Person { offices { title country from to } }
    ... on Place { name country lat lon events { totalCount nodes { id name status } } }
    ... on Occasion { name events { totalCount nodes { id name status } } }
    ... on Event {
      name kind status date disputed score
      place { id name }
      participants { id name }
      reports { id status evidence { text } article { id title } }
    }
    ... on Report { status rule evidence { text } event { id name } article { id title source } }
    ... on Article { title source url published text events { nodes { id name status } } }
  }
}`);
}

function open(query, given) {
  editor.text = query;
  variables.value = given ? JSON.stringify(given, null, 2) : "";
  variables.rows = Math.min(8, Math.max(3, variables.value.split("\n").length));
  run();
}

// remember keeps query and variables in the address.
function remember() {
  const parts = new URLSearchParams({ query: editor.text });
  if (variables.value.trim()) parts.set("variables", variables.value);
  history.replaceState(null, "", "#" + parts);
}

async function fillExamples() {
  const list = await (await fetch("/console/examples.json")).json();
  const select = $("examples");
  select.append(...list.map((e, i) => new Option(e.title, i)));
  const mine = new Option("(yours)", "");
  mine.hidden = true;
  select.append(mine);
  select.addEventListener("change", () => open(list[select.value].query, list[select.value].variables));
  editor.onInput = () => { select.value = ""; };
  const kept = new URLSearchParams(location.hash.slice(1));
  if (kept.has("query")) {
    select.value = "";
    editor.text = kept.get("query");
    variables.value = kept.get("variables") ?? "";
  } else {
    open(list[0].query, list[0].variables);
  }
}

function toggleSchema() {
  const bare = document.querySelector("main").classList.toggle("bare");
  $("toggle").setAttribute("aria-pressed", !bare);
}

document.addEventListener("keydown", (e) => {
  const typing = e.target.matches("textarea, input, select");
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) run();
  else if (e.key === "/" && !typing) $("find").focus();
  else if (e.altKey && e.code === "KeyS") toggleSchema();
  else return;
  e.preventDefault();
});
$("run").addEventListener("click", run);
$("toggle").addEventListener("click", toggleSchema);
$("copy").addEventListener("click", () => answer && navigator.clipboard.writeText(JSON.stringify(answer, null, 2)));
for (const b of document.querySelectorAll("[data-view]")) {
  b.addEventListener("click", () => { view = b.dataset.view; draw(); });
}

new Schema({ find: $("find"), trail: $("trail"), page: $("page") }, (query) => post(query, {})).load();
fillExamples();
