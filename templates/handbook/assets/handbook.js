// Nothing on a page needs this file. It lets people copy an address, shows what a term means beside it, and brings the
// search when somebody turns to it.

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

// Without this, the link leads to the explanation at the end of the page.
for (const link of document.querySelectorAll("a.term")) {
  const explanation = document.querySelector(link.hash);
  if (!explanation || !("popover" in explanation)) break;
  const text = explanation.querySelector("dd");
  text.id = `${explanation.id}text`;
  link.setAttribute("aria-describedby", text.id);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    explanation.popover = "auto";
    explanation.showPopover();
    const place = link.getBoundingClientRect();
    const width = explanation.offsetWidth;
    const left = Math.max(8, Math.min(place.left, window.innerWidth - width - 8));
    const below = place.bottom + explanation.offsetHeight + 8 < window.innerHeight;
    const top = below ? place.bottom + 4 : Math.max(8, place.top - explanation.offsetHeight - 4);
    explanation.style.left = `${left}px`;
    explanation.style.top = `${top}px`;
  });
  explanation.addEventListener("toggle", (event) => {
    if (event.newState === "closed") explanation.removeAttribute("popover");
  });
}

const root = document.documentElement.dataset.root;

function run(path) {
  const script = document.createElement("script");
  script.src = root + path;
  document.head.append(script);
}

function show(form) {
  const load = () => run("assets/search.js");
  form.hidden = false;
  if (form.closest("main")) load();
  else form.addEventListener("focusin", load, { once: true });
}

// The file with the form calls this. Its address is written as on a page in the handbook's folder.
globalThis.ksfSearchForm = (markup) => {
  const template = document.createElement("template");
  template.innerHTML = markup;
  const form = template.content.querySelector("form");
  form.setAttribute("action", root + form.getAttribute("action"));
  document.querySelector(".brand").append(template.content);
  show(form);
};

const forms = document.querySelectorAll("form[role=search]");
if (forms.length) forms.forEach(show);
else run("search/form.js");
