// Nothing on a page needs this file. It lets people copy an address, completes the menu, shows what a term means beside it,
// and brings the search when somebody turns to it.

for (const link of document.querySelectorAll("a[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy the address";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.dataset.copy || link.href);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy the address"; }, 2000);
  });
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.append(status);
  link.after(" ", button);
}

const root = document.documentElement.dataset.root;

function run(path) {
  const script = document.createElement("script");
  script.src = root + path;
  document.head.append(script);
}

// Markup from shared/ has the addresses of a page in the handbook's folder.
function parse(markup) {
  const { content } = Object.assign(document.createElement("template"), { innerHTML: markup });
  for (const name of ["href", "action"]) {
    for (const element of content.querySelectorAll(`[${name}]`)) {
      const address = element.getAttribute(name);
      if (!/^([a-z]+:|#)/i.test(address)) element.setAttribute(name, root + address);
    }
  }
  return content;
}

function show(form) {
  const load = () => run("assets/search.js");
  form.hidden = false;
  if (form.closest("main")) load();
  else form.addEventListener("focusin", load, { once: true });
}

function completeMenu(list) {
  const menu = document.querySelector(".menu");
  if (!list || !menu || menu.querySelectorAll("ul").length > 1) return;
  for (const link of list.querySelectorAll("a")) {
    if (link.href === location.href.split(/[?#]/)[0]) link.setAttribute("aria-current", "true");
  }
  menu.append(list);
  menu.querySelector(".more a").setAttribute("href", "#parts_");
}

// The terms on the page: each link leads to the glossary, unless its explanation is here.
const termLinks = [...document.querySelectorAll("a.term")];
const TERMS_PER_FILE = 64; // As in the compiler's SharedParts.
const termFiles = new Map();
const numberOf = (link) => Number(link.hash.match(/\d+/)) - 1;
const fileOf = (link) => Math.floor(numberOf(link) / TERMS_PER_FILE);
let explained;

function explain() {
  if (!explained || !termLinks.length || termLinks.some((link) => !termFiles.has(fileOf(link)))) return;
  document.querySelector(".content").append(explained);
  for (const link of termLinks) {
    const [term, definition, language] = termFiles.get(fileOf(link))[numberOf(link) % TERMS_PER_FILE];
    const entry = document.createElement("div");
    entry.id = link.hash.slice(1);
    const [name, text] = ["dt", "dd"].map((element) => document.createElement(element));
    name.append(term);
    if (language) name.lang = language;
    text.id = `${entry.id}text`;
    text.append(parse(definition));
    entry.append(name, text);
    explained.querySelector("dl").append(entry);
    link.setAttribute("aria-describedby", text.id);
    link.addEventListener("click", (event) => showBeside(link, entry, event));
    entry.addEventListener("toggle", (event) => {
      if (event.newState === "closed") entry.removeAttribute("popover");
    });
  }
}

function showBeside(link, entry, event) {
  if (!("popover" in entry) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  entry.popover = "auto";
  entry.showPopover();
  const place = link.getBoundingClientRect();
  const left = Math.max(8, Math.min(place.left, window.innerWidth - entry.offsetWidth - 8));
  const below = place.bottom + entry.offsetHeight + 8 < window.innerHeight;
  const top = below ? place.bottom + 4 : Math.max(8, place.top - entry.offsetHeight - 4);
  entry.style.left = `${left}px`;
  entry.style.top = `${top}px`;
}

// The files in shared/ call these, since a page that is opened from a folder may run a file but not read it.
globalThis.ksfTerms = (number, terms) => {
  termFiles.set(number, terms);
  explain();
};
globalThis.ksfShared = (markup) => {
  const shared = parse(markup);
  const search = shared.querySelector("[data-search]");
  if (search && !document.querySelector("[data-search]")) document.querySelector(".brand")?.append(search);
  document.querySelectorAll("form[role=search]").forEach(show);
  completeMenu(shared.querySelector("ul.band"));
  explained = shared.querySelector(".explained");
  explain();
};
run("shared/frame.js");
for (const number of new Set(termLinks.map(fileOf))) run(`shared/terms-${number}.js`);
