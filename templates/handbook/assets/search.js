// Search in the handbook, without a server. The index in search/ is read as scripts, since a page that is opened from a
// folder may not fetch files. Without this script the form stays hidden, and the A to Z index leads to everything.
(() => {
  "use strict";

  const SHOWN_BELOW_BOX = 8;
  const SHOWN_ON_PAGE = 50;
  const EXCERPT_LENGTH = 180;
  const WORST_SHOWN = 0.25; // Of the best score.
  const ENTRIES_PER_FILE = 64; // As in the compiler's SearchIndex.

  // ---------------------------------------------------------------- the index

  const root = document.documentElement.dataset.root || "";
  const loaded = new Map(); // file name -> promise of its contents
  const waiting = new Map(); // file name -> function that takes the contents

  // Every file of the index calls this with its contents.
  globalThis.ksfSearch = (kind, number, contents) => {
    const name = kind === "index" ? kind : `${kind}-${number}`;
    if (waiting.has(name)) waiting.get(name)(contents);
    else loaded.set(name, Promise.resolve(contents));
  };
  for (const [kind, number, contents] of globalThis.ksfSearchFiles || []) {
    globalThis.ksfSearch(kind, number, contents);
  }

  function load(name) {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const script = document.createElement("script");
        script.src = `${root}search/${name}.js`;
        script.onerror = () => {
          loaded.delete(name);
          reject(new Error(`cannot read ${script.src}`));
        };
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  }

  // ---------------------------------------------------------------- words

  // The scripts that are written without spaces; as in the compiler's WordCutter.
  const unspaced = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uAA60-\uAA7F\uF900-\uFAFF\u{20000}-\u{323AF}]/u;
  const accents = /[\u0300-\u036F]/g;

  // What nobody sees inside a word, and letters that are drawn as one; as in the compiler's WordCutter.
  const invisible = /[\u00AD\u200B\u2060\uFEFF]/g;
  const ligature = /[\uFB00-\uFB06]/g;

  function fold(text, table) {
    let folded = "";
    const plain = text.replace(invisible, "").replace(ligature, (letter) => letter.normalize("NFKC"));
    for (const letter of plain.normalize("NFC").toLowerCase().replace(accents, "")) {
      folded += table[letter] || { ß: "ss", æ: "ae", œ: "oe" }[letter]
        || (/[\p{Script=Latin}\p{Script=Greek}]/u.test(letter)
          ? letter.normalize("NFD").replace(accents, "") : letter);
    }
    return folded;
  }

  function cut(text, table) {
    const words = [];
    for (const run of fold(text, table).match(/[\p{L}\p{N}\p{M}]+/gu) || []) {
      let word = "", letters = [];
      const flush = () => {
        if (word) words.push(word);
        if (letters.length === 1) words.push(letters[0]);
        for (let i = 1; i < letters.length; i++) words.push(letters[i - 1] + letters[i]);
        word = "";
        letters = [];
      };
      for (const letter of run) {
        const isUnspaced = unspaced.test(letter);
        if (isUnspaced ? word : letters.length) flush();
        if (isUnspaced) letters.push(letter); else word += letter;
      }
      flush();
    }
    return words;
  }

  // Words of questions, which say little about what is looked for. By language; others have none.
  const faint = new Set(({
    en: "a an and are as at be by can do does for from had has have how i if in is it many me much my need of on or our "
      + "should that the their there they this to was we what when where which who why will with you your",
  }[document.documentElement.lang.slice(0, 2)] || "").split(" "));
  const FAINTNESS = 0.1;

  // How many letters are wrong, missing, too many or swapped; more than `most` counts as `most + 1`.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  function sharedStart(a, b) {
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    return length;
  }

  // How well a word of the index answers a word that was typed: 1 if it is the same, 0 if it does not.
  function likeness(typed, word, isBeginning) {
    if (word === typed) return 1;
    // An ending more or less, such as that of a plural.
    if (Math.min(word.length, typed.length) > 3 && Math.abs(word.length - typed.length) <= 2
      && (word.startsWith(typed) || typed.startsWith(word))) return 0.9;
    if (word.startsWith(typed)) {
      return isBeginning || typed.length > 3 ? 0.6 + 0.3 * typed.length / word.length : 0;
    }
    if (typed.length < 4) return 0;
    // Other forms of one word, such as "supervised" for "supervision".
    const longer = Math.max(typed.length, word.length);
    if (sharedStart(typed, word) >= Math.max(4, 0.6 * longer)) return 0.45;
    const most = typed.length < 8 ? 1 : 2;
    const errors = distance(typed, word, most);
    return errors > most ? 0 : 0.4 / errors;
  }

  // ---------------------------------------------------------------- search

  async function find(query, limit) {
    const index = await load("index");
    const cutWords = cut(query, index.fold);
    const words = [...new Set(cutWords)];
    const codes = query.toLowerCase().split(/\s+/).filter((part) => /[-.]/.test(part) && /\d/.test(part));
    // What may be written as one word: "multi agency". The index has such words of "multi-agency" as well.
    for (let i = 1; i < cutWords.length; i++) codes.push(cutWords[i - 1] + cutWords[i]);
    if (!words.length) return { results: [], total: 0, words };
    const scores = new Float64Array(index.count);
    const answered = new Float64Array(index.count);
    const found = new Set();
    const weigh = (typed) => (faint.has(typed) ? FAINTNESS : 1);
    const asked = words.reduce((sum, typed) => sum + weigh(typed), 0);
    for (const [position, typed] of [...codes, ...words].entries()) {
      const isCode = position < codes.length;
      const weight = isCode ? 1 : weigh(typed);
      // The last word may not be finished. Of several, two letters are more likely a word.
      const isBeginning = position === codes.length + words.length - 1
        && (words.length === 1 || typed.length > 2);
      const best = await places(typed, index, isCode, isBeginning, found);
      for (const [entry, score] of best) {
        scores[entry] += weight * score;
        if (!isCode) answered[entry] += weight;
      }
    }
    // Entries with more of the words come first, whatever else they have; those that are far behind are left out.
    let ranked = [];
    for (let entry = 0; entry < index.count; entry++) {
      if (scores[entry] > 0) ranked.push([entry, scores[entry] * (0.2 + answered[entry] / asked)]);
    }
    ranked.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    ranked = ranked.filter(([, score]) => score >= ranked[0][1] * WORST_SHOWN);
    const top = await Promise.all(ranked.slice(0, limit).map(([entry]) => read(entry)));
    // What is faint is not marked, unless nothing else was asked.
    const told = [...found].filter((word) => !faint.has(word) || words.every((typed) => faint.has(typed)));
    return { results: top, total: ranked.length, words: told };
  }

  // The entries with a word like the one typed, each with a score.
  async function places(typed, index, isCode, isBeginning, found) {
    const names = index.words.flatMap((prefix, number) =>
      typed.startsWith(prefix) || prefix.startsWith(typed)
        || (typed.length > 3 && prefix[0] === typed[0]) ? [`words-${number}`] : []);
    const best = new Map();
    for (const file of await Promise.all(names.map(load))) {
      for (const word of Object.keys(file)) {
        const alike = isCode ? (word === typed ? 1 : 0) : likeness(typed, word, isBeginning);
        if (!alike) continue;
        found.add(word);
        if (!file[word]) continue; // A word that stands nearly everywhere.
        const rarity = Math.log(1 + index.count / (file[word].length / 2));
        for (let i = 0, entry = 0; i < file[word].length; i += 2) {
          entry += file[word][i];
          const weight = file[word][i + 1];
          const score = alike * alike * rarity * weight / (weight + 3);
          if (score > (best.get(entry) || 0)) best.set(entry, score);
        }
      }
    }
    return best;
  }

  async function read(entry) {
    const file = await load(`entries-${Math.floor(entry / ENTRIES_PER_FILE)}`);
    const [address, kind, code, title, text] = file[entry % ENTRIES_PER_FILE];
    return { address, kind, code, title, text };
  }

  // ---------------------------------------------------------------- showing

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  // A text with the words that were found marked.
  function marked(text, words, table) {
    const parts = [];
    let rest = 0;
    const run = new RegExp(unspaced.source + "|(?:(?!" + unspaced.source + ")[\\p{L}\\p{N}\\p{M}])+", "gu");
    for (const match of text.matchAll(run)) {
      const folded = fold(match[0], table);
      const isFound = unspaced.test(folded) ? words.some((word) => word.includes(folded)) : words.includes(folded);
      if (!isFound) continue;
      parts.push(text.slice(rest, match.index), element("mark", "", match[0]));
      rest = match.index + match[0].length;
    }
    parts.push(text.slice(rest));
    return parts;
  }

  // The part of a text around the first word that was found.
  function excerpt(text, words, table) {
    if (text.length <= EXCERPT_LENGTH) return text;
    let first = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (words.includes(fold(match[0], table))) {
        first = match.index;
        break;
      }
    }
    let start = Math.max(0, first - EXCERPT_LENGTH / 3);
    if (start > 0) start = text.indexOf(" ", start) + 1 || start;
    let end = Math.min(text.length, start + EXCERPT_LENGTH);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + EXCERPT_LENGTH / 2);
    return (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
  }

  function item(result, words, table) {
    const link = element("a", "", ...marked(result.title, words, table));
    link.href = root + result.address;
    const label = element("span", "result-kind", result.code ? `${result.kind} ${result.code}` : result.kind);
    const made = element("li", "", label, link);
    if (result.text) made.append(element("p", "", ...marked(excerpt(result.text, words, table), words, table)));
    return made;
  }

  function attach(form) {
    const box = form.querySelector("input[type=search]");
    const list = document.getElementById(form.dataset.results);
    const status = document.getElementById(form.dataset.status);
    const isPage = list.classList.contains("search-page");
    let turn = 0;

    function close() {
      list.replaceChildren();
      list.hidden = true;
      status.textContent = "";
    }

    async function show() {
      const mine = ++turn;
      const query = box.value.trim();
      if (!query) return close();
      const answer = await find(query, isPage ? SHOWN_ON_PAGE : SHOWN_BELOW_BOX).catch(() => null);
      if (mine !== turn) return; // Somebody has typed on.
      if (!answer) {
        status.textContent = form.dataset.failed;
        return;
      }
      const { fold: table } = await load("index");
      list.replaceChildren(...answer.results.map((result) => item(result, answer.words, table)));
      list.hidden = answer.results.length === 0;
      status.textContent = answer.total === 0 ? form.dataset.none
        : answer.total === 1 ? form.dataset.one
          : form.dataset.many.replace("0", String(answer.total));
    }

    form.hidden = false;
    if (box === document.activeElement) load("index").catch(() => {});
    else box.addEventListener("focus", () => load("index").catch(() => {}), { once: true });
    box.addEventListener("input", show);
    // The arrow keys go through the results, only while the search is in use.
    form.closest("[data-search]").addEventListener("keydown", (event) => {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown" && links.length && (at >= 0 || document.activeElement === box)) {
        event.preventDefault();
        links[Math.min(at + 1, links.length - 1)].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        event.preventDefault();
        (at === 0 ? box : links[at - 1]).focus();
      } else if (event.key === "Escape" && !isPage && !list.hidden) {
        event.preventDefault();
        close();
        box.focus();
      }
    });
    form.addEventListener("submit", (event) => {
      if (form.dataset.inPage !== undefined) event.preventDefault();
    });
    list.addEventListener("click", (event) => {
      if (!isPage && event.target.closest("a")) close();
    });
    if (!isPage) {
      document.addEventListener("click", (event) => {
        if (!form.closest("[data-search]").contains(event.target)) close();
      });
    }
    const asked = new URLSearchParams(location.search).get("q");
    if (isPage && asked) box.value = asked;
    // Somebody may have typed before this script was there.
    if (box.value) show();
  }

  for (const form of document.querySelectorAll("form[role=search]")) attach(form);
})();
