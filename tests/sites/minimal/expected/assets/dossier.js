(() => {
'use strict';
// The fold key: under it the spellings of one name meet. The tables follow from those of src/foundation/fold.rs, and a test holds
// them equal.

const FOLDED = [
  ['٠۰', '0'],
  ['١۱', '1'],
  ['٢۲', '2'],
  ['٣۳', '3'],
  ['٤۴', '4'],
  ['٥۵', '5'],
  ['٦۶', '6'],
  ['٧۷', '7'],
  ['٨۸', '8'],
  ['٩۹', '9'],
  ['æ', 'ae'],
  ['ðđ', 'd'],
  ['Iİı', 'i'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['ةھ', 'ه'],
  ['ك', 'ک'],
  ['ىي', 'ی'],
];
const APOSTROPHES = '[\u{27}\u{60}\u{b4}\u{2bb}\u{2bc}\u{2018}\u{2019}]';
const DROPPED =
  /[\u{27}\u{60}\u{ad}\u{b4}\u{2bb}-\u{2bc}\u{2be}-\u{2bf}\u{300}-\u{36f}\u{483}-\u{489}\u{591}-\u{5bd}\u{5bf}\u{5c1}-\u{5c2}\u{5c4}-\u{5c5}\u{5c7}\u{610}-\u{61a}\u{640}\u{64b}-\u{65f}\u{670}\u{6d6}-\u{6dc}\u{6df}-\u{6e4}\u{6e7}-\u{6e8}\u{6ea}-\u{6ed}\u{1ab0}-\u{1aff}\u{1dc0}-\u{1dff}\u{200b}-\u{200f}\u{2018}-\u{2019}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{20d0}-\u{20ff}\u{fe20}-\u{fe2f}\u{feff}]/u;
/** Letters whose small form is not the one by which they are compared; of Cherokee it is always the capital. */
const COMPARED_AS = [
  ['\u{345}', 'ι'],
  ['ς', 'σ'],
  ['ᲀ', 'в'],
  ['ᲁ', 'д'],
  ['ᲂ', 'о'],
  ['ᲃ', 'с'],
  ['ᲄ', 'т'],
  ['ᲅ', 'т'],
  ['ᲆ', 'ъ'],
  ['ᲇ', 'ѣ'],
  ['ᲈ', 'ꙋ'],
];

const FOLDS = new Map(FOLDED.flatMap(([letters, to]) => [...letters].map((letter) => [letter, to])));
const SMALL = new Map(COMPARED_AS);

function small(letter) {
  if (/\p{Script=Cherokee}/u.test(letter)) return letter.toUpperCase();
  return SMALL.get(letter) ?? letter.toLowerCase();
}

const smallOf = (text) => [...text].map(small).join('');

/** The key of `text`: without case, accents and apostrophes, white space made single. */
function fold(text) {
  // Taken apart, the acute accent that stands alone would be a space and a mark.
  const bare = text.replace(new RegExp(APOSTROPHES, 'gu'), '').normalize('NFD');
  // Taking letters apart can bring others out that are not yet small.
  const parts = smallOf(smallOf(bare).normalize('NFKD')).normalize('NFKD');
  const letters = [...parts].filter((letter) => !DROPPED.test(letter));
  const key = letters.map((letter) => FOLDS.get(letter) ?? letter).join('');
  return key.split(/\p{White_Space}+/u).filter(Boolean).join(' ');
}
// The words of a question, taken apart as the index was: src/foundation/tokens.rs.

const LONGEST_WORD = 48;
const LETTERS_OR_DROPPED = new RegExp(`(?:[\\p{Alphabetic}\\p{N}\\p{So}]|${DROPPED.source})+`, 'gu');
const NOT_LETTERS = /[^\p{Alphabetic}\p{N}]+/u;

/** The runs of letters in `text` that are one word to a reader, as they are written. */
function runs(text) {
  return text.match(LETTERS_OR_DROPPED) ?? [];
}

/** The words under which a run is found: the whole of it, and its stem before an apostrophe. */
function wordsOf(run) {
  const bare = run.replace(new RegExp(`^${APOSTROPHES}+|${APOSTROPHES}+$`, 'gu'), '');
  const parts = [bare];
  const at = bare.search(new RegExp(APOSTROPHES, 'u'));
  if (at >= 0) {
    const before = bare.slice(0, at);
    parts.push([...fold(before)].length > 1 ? before : bare.slice(at + 1));
  }
  const words = parts.flatMap((part) => fold(part).split(NOT_LETTERS));
  const isKept = (word) => word && new TextEncoder().encode(word).length <= LONGEST_WORD;
  return [...new Set(words)].filter(isKept);
}

/** The words of a question, each with its other form; the last may be the beginning of a word. */
function asked(question) {
  return runs(question).map(wordsOf).filter((words) => words.length > 0);
}

/** Whether `text` has a word that was asked for. */
function isMeant(run, question) {
  const words = wordsOf(run);
  return question.some((forms, at) => {
    const isLast = at === question.length - 1;
    return forms.some((form) => words.some((word) => (isLast ? word.startsWith(form) : word === form)));
  });
}
// The files of the search. Each is a script that hands over one value, as a page in a folder on a disk can load nothing else.

const received = new Map();
const asking = new Map();
window.dossierSearch = (name, value) => received.set(name, value);

/** Where the files are: beside the page that answers the form. */
const folderOf = (form) => new URL('.', form.action).href;

/** The root of the site, from which addresses in the files go on: other languages stand below it. */
const rootOf = (element) => new URL(element.dataset.root, location.href);

let policy;

/** The address of a file, as the policy of the pages wants it for scripts. */
function scriptAddress(folder, name) {
  const address = `${folder}${name}.js`;
  policy ??= window.trustedTypes?.createPolicy('dossier-search', {
    createScriptURL: (url) => {
      if (!/\/search\/[a-z]+(\/\d+)?\.js$/.test(url)) throw new TypeError(url);
      return url;
    },
  });
  return policy ? policy.createScriptURL(address) : address;
}

/** The value of a file; asked for once. */
function load(folder, name) {
  if (!asking.has(name)) {
    const answer = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = scriptAddress(folder, name);
      script.onload = () => (received.has(name) ? resolve(received.get(name)) : reject(new Error(name)));
      script.onerror = () => reject(new Error(name));
      document.head.append(script);
    });
    answer.catch(() => asking.delete(name));
    asking.set(name, answer);
  }
  return asking.get(name);
}

/** The numbers of the files that have `word`, or the words that begin with it: no more than `most`. */
function filesWith(firsts, word, most) {
  let at = 0;
  while (at + 1 < firsts.length && firsts[at + 1] <= word) at += 1;
  const files = [];
  while (at < firsts.length && files.length < most && (files.length === 0 || firsts[at].startsWith(word))) {
    files.push(at);
    at += 1;
  }
  return files;
}

/** Whether the files of a folder are here that have one of the words in `forms`. */
const areHere = (kind, firsts, forms, most) =>
  forms.every((form) => filesWith(firsts, form, most).every((file) => received.has(`${kind}/${file}`)));

/** The lines of the files of a folder that have one of the words in `forms`. */
async function linesWith(folder, kind, firsts, forms, most) {
  const files = new Set(forms.flatMap((form) => filesWith(firsts, form, most)));
  return (await Promise.all([...files].map((file) => load(folder, `${kind}/${file}`)))).flat();
}

const LAST_SIGNS = "!#$()*+,-./:;>?@[]^_{|}~'`";

/** The numbers that signs stand for: src/pages/search/numbers.rs. */
function numbers(signs) {
  const all = [];
  let number = 0;
  let offset = 0;
  let count = LAST_SIGNS.length;
  for (const sign of signs) {
    const last = LAST_SIGNS.indexOf(sign);
    if (last >= 0) {
      all.push(offset + number * LAST_SIGNS.length + last);
      [number, offset, count] = [0, 0, LAST_SIGNS.length];
    } else {
      number = number * 8 + Number(sign);
      offset += count;
      count *= 8;
    }
  }
  return all;
}
// Text with the words that were asked for marked.

/** `text` as nodes; it is never read as HTML. */
function marked(text, question) {
  const nodes = document.createDocumentFragment();
  let at = 0;
  for (const { 0: run, index } of text.matchAll(LETTERS_OR_DROPPED)) {
    if (!isMeant(run, question)) continue;
    const mark = document.createElement('mark');
    mark.textContent = run;
    nodes.append(text.slice(at, index), mark);
    at = index + run.length;
  }
  nodes.append(text.slice(at));
  return nodes;
}
// The search form of every page: while a name is typed, it offers whom and what it may lead to. A combobox as the ARIA Authoring
// Practices describe it; without a choice the form is sent as it is without scripts.

const MOST_OFFERS = 8;

/** The names that have all words of `question`, the best first. */
async function namesFor(folder, head, question) {
  const longest = [...question].sort((a, b) => b[0].length - a[0].length)[0];
  const names = await linesWith(folder, 'names', head.names, longest, 2);
  const whole = question.map(([form]) => form).join(' ');
  const met = new Set();
  const ranked = names.flatMap((entry) => {
    const [name, kind, path] = entry;
    const words = runs(name).flatMap(wordsOf);
    const has = (forms) => forms.some((form) => words.some((word) => word.startsWith(form)));
    const key = `${path} ${name}`;
    if (met.has(key) || !question.every(has)) return [];
    met.add(key);
    const written = runs(name).map((run) => fold(run)).join(' ');
    const rank = written === whole ? 0 : written.startsWith(whole) ? 1 : 2;
    return [{ entry, rank, kind }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.kind - b.kind);
  return ranked.slice(0, MOST_OFFERS).map(({ entry }) => entry);
}

function jump(form) {
  const input = form.querySelector('input');
  const folder = folderOf(form);
  const list = document.createElement('ul');
  let offers = [];
  let chosen = -1;
  let asks = 0;

  list.id = `${input.id}-offers`;
  list.className = 'offers';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.offers);
  form.append(list);
  const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

  function show(names, kinds, question) {
    offers = names.map(([, , path]) => new URL(path, rootOf(form)).href);
    list.replaceChildren(
      ...names.map(([name, kind, , note], at) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${at}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        const words = document.createElement('b');
        words.dir = 'auto';
        words.append(marked(name, question));
        const beside = document.createElement('small');
        beside.textContent = [form.dataset[kinds[kind]], note].filter(Boolean).join(' · ');
        item.append(words, ' ', beside);
        item.addEventListener('mousedown', (event) => event.preventDefault());
        item.addEventListener('click', () => location.assign(offers[at]));
        return item;
      }),
    );
    choose(-1);
    list.hidden = offers.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  }

  function close() {
    asks += 1;
    show([], [], []);
  }

  function choose(at) {
    list.children[chosen]?.setAttribute('aria-selected', 'false');
    chosen = at;
    const item = list.children[at];
    item?.setAttribute('aria-selected', 'true');
    item?.scrollIntoView({ block: 'nearest' });
    if (item) input.setAttribute('aria-activedescendant', item.id);
    else input.removeAttribute('aria-activedescendant');
  }

  async function offer() {
    asks += 1;
    const ask = asks;
    const question = asked(input.value);
    if (question.length === 0) return close();
    try {
      const head = await load(folder, 'head');
      const names = await namesFor(folder, head, question);
      if (ask === asks) show(names, head.kinds, question);
    } catch {
      // Without offers the form still leads to the page for searching.
      if (ask === asks) close();
    }
  }

  const KEYS = {
    ArrowDown: () => (list.hidden ? offer() : choose(chosen + 1 < offers.length ? chosen + 1 : -1)),
    ArrowUp: () => choose(chosen < 0 ? offers.length - 1 : chosen - 1),
    Escape: close,
    Enter: () => location.assign(offers[chosen]),
  };
  input.addEventListener('keydown', (event) => {
    const isOpen = !list.hidden;
    const isOurs = { ArrowDown: true, ArrowUp: isOpen, Escape: isOpen, Enter: isOpen && chosen >= 0 }[event.key];
    if (!isOurs || event.isComposing) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  input.addEventListener('focus', () => load(folder, 'head').catch(() => {}), { once: true });
  input.addEventListener('input', offer);
  input.addEventListener('blur', close);
}
// Which things a question finds, the best first: names before texts, whole names before beginnings.

/** A word that begins so may stand in so many files. */
const MOST_FILES = 3;
const IS_NAME = 1;
const IS_FIRST = 2;
const IS_LAST = 4;

/** For one word of a question: what has it, how much it counts there, and whether it stands in a name. */
async function having(folder, head, forms, isBeginning) {
  const lines = await linesWith(folder, 'words', head.words, forms, isBeginning ? MOST_FILES : 1);
  const found = new Map();
  for (const [word, count, names, texts] of lines) {
    const isWhole = forms.includes(word);
    if (!isWhole && !(isBeginning && forms.some((form) => word.startsWith(form)))) continue;
    const weight = Math.log(1 + head.count / count) * (isWhole ? 1 : 0.7);
    const add = (thing, score, flags) => {
      const known = found.get(thing);
      found.set(thing, known ? [Math.max(known[0], score), known[1] | flags] : [score, flags]);
    };
    let thing = 0;
    for (const number of numbers(names)) {
      thing += number >> 2;
      add(thing, weight * 6, IS_NAME | ((number & 1) * IS_FIRST) | (number & 2 && isWhole ? IS_LAST : 0));
      thing += 1;
    }
    thing = 0;
    for (const number of numbers(texts)) {
      thing += number >> 1;
      add(thing, weight * (number & 1 ? 2 : 1), 0);
      thing += 1;
    }
  }
  return found;
}

/** Whether all files are here that tell what `question` finds. */
function isKnown(question) {
  const head = received.get('head');
  const last = question.length - 1;
  const areWordsHere = (forms, at) => areHere('words', head.words, forms, at === last ? MOST_FILES : 1);
  return head !== undefined && received.has('facets') && question.every(areWordsHere);
}

/** The numbers of all things that have every word of `question`, the best first. */
async function find(folder, head, question) {
  const last = question.length - 1;
  const found = await Promise.all(question.map((forms, at) => having(folder, head, forms, at === last)));
  const [fewest] = [...found].sort((a, b) => a.size - b.size);
  const ranked = [];
  for (const thing of fewest.keys()) {
    const all = found.map((words) => words.get(thing));
    if (all.includes(undefined)) continue;
    const isName = all.every(([, flags]) => flags & IS_NAME);
    const begins = isName && all[0][1] & IS_FIRST;
    const isWhole = begins && all[last][1] & IS_LAST;
    const rank = isWhole ? 3 : begins ? 2 : isName ? 1 : 0;
    ranked.push([thing, rank, all.reduce((sum, [score]) => sum + score, 0)]);
  }
  ranked.sort((a, b) => b[1] - a[1] || b[2] - a[2] || a[0] - b[0]);
  return ranked.map(([thing]) => thing);
}
// By what finds can be narrowed: check boxes with the number of finds behind each.

const FACETS = ['kind', 'case', 'role', 'year', 'language', 'status'];
/** How many boxes a group shows at most, but for those that are checked. */
const MOST_BOXES = 12;

/** For each thing the values that it has, from the runs of equal ones in a column. */
function column({ values, sets, runs: signs }, count) {
  const of = new Array(count);
  const pairs = numbers(signs);
  let thing = 0;
  for (let at = 0; at < pairs.length; at += 2) {
    const set = pairs[at] === 0 ? [] : sets[pairs[at] - 1].map((value) => values[value][0]);
    of.fill(set, thing, thing + pairs[at + 1] + 1);
    thing += pairs[at + 1] + 1;
  }
  return { of, labels: new Map(values) };
}

/** Those of `things` that have one of the checked values of every facet, but for the facet `except`. */
function narrowed(things, columns, checked, except) {
  const wanted = FACETS.filter((facet) => facet !== except && checked[facet]?.length > 0);
  return things.filter((thing) => wanted.every((facet) => columns[facet].of[thing].some((value) => checked[facet].includes(value))));
}

/** The values of a facet among `things`, with how many have each. */
function counts(things, { of }) {
  const found = new Map();
  for (const thing of things) for (const value of of[thing]) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

/** The boxes of one facet; nothing where there is nothing to choose. */
function boxes(facet, things, columns, checked, word) {
  const mine = checked[facet] ?? [];
  const found = counts(narrowed(things, columns, checked, facet), columns[facet]);
  for (const value of mine) if (!found.has(value)) found.set(value, 0);
  if (found.size < 2 && mine.length === 0) return [];
  const byYear = facet === 'year' ? (a, b) => b[0] - a[0] : (a, b) => b[1] - a[1];
  const rows = [...found].sort((a, b) => byYear(a, b) || (a[0] < b[0] ? -1 : 1));
  const shown = rows.filter(([value], at) => at < MOST_BOXES || mine.includes(value));
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = word(`by-${facet}`);
  group.append(legend, ...shown.map(([value, count]) => box(facet, value, count, mine.includes(value), columns[facet], word)));
  return [group];
}

function box(facet, value, count, isChecked, { labels }, word) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  Object.assign(input, { type: 'checkbox', name: facet, value, checked: isChecked });
  const name = document.createElement('span');
  name.dir = 'auto';
  name.textContent = labels.get(value) || nameOf(facet, value, word);
  const number = document.createElement('small');
  number.textContent = String(count);
  label.append(input, name, ' ', number);
  return label;
}

function nameOf(facet, value, word) {
  if (facet === 'year') return value;
  if (facet !== 'language') return word(`${facet}-${value}`);
  try {
    return new Intl.DisplayNames([document.documentElement.lang], { type: 'language' }).of(value);
  } catch {
    return value;
  }
}
// What was found, one after the other. A statement is shown in its short form, with its standing beside it.

/** The card of a thing as an item of the list. */
function item(card, { root, kinds, question, word }) {
  const [kind, title, path, date, machine, excerpt, language, beside] = card;
  const isStatement = kinds[kind] === 'statement';
  const row = document.createElement('li');
  const label = document.createElement('p');
  label.className = 'aside';
  label.append(word(`kind-${kinds[kind]}`));
  if (isStatement) label.append(' · ', tag(beside[1], word));
  if (date) label.append(' · ', time(date, machine));
  const heading = document.createElement('p');
  heading.className = 'row-title';
  const link = document.createElement('a');
  link.href = new URL(path, root).href;
  link.dir = 'auto';
  if (language) link.lang = language;
  link.append(marked(title, question));
  if (isStatement) link.append(` · ${word('statement').replace('{n}', beside[0])}`);
  heading.append(link);
  row.append(label, heading);
  const other = isStatement ? [] : beside.filter((name) => runs(name).some((run) => isMeant(run, question)));
  if (other.length > 0) row.append(line(other.join(' · '), language, question, 'aside'));
  if (excerpt) row.append(line(excerpt, language, question, 'excerpt'));
  return row;
}

function tag(status, word) {
  const mark = document.createElement('span');
  mark.className = `tag ${status}`;
  mark.textContent = word(`status-${status}`);
  return mark;
}

function time(date, machine) {
  const element = document.createElement(machine ? 'time' : 'span');
  if (machine) element.dateTime = machine;
  element.textContent = date;
  return element;
}

function line(text, language, question, name) {
  const paragraph = document.createElement('p');
  paragraph.className = name;
  paragraph.dir = 'auto';
  if (language) paragraph.lang = language;
  paragraph.append(marked(text, question));
  return paragraph;
}
// The page for searching: the question and what narrows it stand in the address, so that going back and sending a link work.

const ON_ONE_SCREEN = 10;
/** Milliseconds between a letter and the answer: a letter for which files must be fetched waits for the next. */
const TO_FETCH = 200;
const TO_SHOW = 30;
/** Numbers whose forms the page has: between them every form that a language knows. */
const SPOKEN = [100, 1, 2, 3, 11, 0];

function searchPage(place) {
  const form = place.querySelector('form');
  const input = form.querySelector('input');
  const [status, list, more, narrow] = ['[role=status]', '.results', '.more', '.narrow'].map((name) => place.querySelector(name));
  const groups = narrow.querySelector('.groups');
  const words = new Map(
    [...place.querySelectorAll('[data-word]')].map((node) => [node.dataset.word, node.textContent]),
  );
  const word = (key) => words.get(key) ?? key;
  const folder = folderOf(form);
  const root = rootOf(place);
  let asks = 0;
  let isTyping = false;
  let shown = { things: [], count: 0 };
  let columns;

  /** How many were found, in the plural form of the page's language. */
  function found(count) {
    const language = document.documentElement.lang;
    const forms = new Intl.PluralRules(language);
    const like = SPOKEN.find((number) => forms.select(number) === forms.select(count)) ?? 0;
    return word(`found-${like}`).replace('{n}', new Intl.NumberFormat(language).format(count));
  }

  function state() {
    const parameters = new URLSearchParams(location.search);
    return { text: parameters.get('q') ?? '', checked: Object.fromEntries(FACETS.map((facet) => [facet, parameters.getAll(facet)])) };
  }

  function remember(text, checked, isNew) {
    const parameters = new URLSearchParams();
    if (text) parameters.set('q', text);
    for (const facet of FACETS) for (const value of checked[facet] ?? []) parameters.append(facet, value);
    const address = `${location.pathname}${String(parameters) && `?${parameters}`}`;
    if (address === location.pathname + location.search) return;
    history[isNew ? 'pushState' : 'replaceState'](null, '', address);
  }

  function clear() {
    status.textContent = '';
    list.replaceChildren();
    list.removeAttribute('aria-busy');
    groups.replaceChildren();
    more.hidden = narrow.hidden = true;
  }

  async function answer() {
    asks += 1;
    const ask = asks;
    const { text, checked } = state();
    const question = asked(text);
    document.title = text ? `${text} · ${place.dataset.title}` : place.dataset.title;
    if (question.length === 0) return clear();
    list.setAttribute('aria-busy', 'true');
    try {
      const head = await load(folder, 'head');
      const [things, facets] = await Promise.all([find(folder, head, question), load(folder, 'facets')]);
      columns ??= Object.fromEntries(FACETS.map((facet) => [facet, column(facets[facet], head.count)]));
      if (ask !== asks) return;
      const left = narrowed(things, columns, checked);
      const focused = document.activeElement?.closest('.groups') ? document.activeElement : null;
      groups.replaceChildren(...FACETS.flatMap((facet) => boxes(facet, things, columns, checked, word)));
      // The boxes were made anew: whoever was at one of them is there again.
      if (focused) [...groups.querySelectorAll('input')].find(({ name, value }) => name === focused.name && value === focused.value)?.focus();
      narrow.hidden = groups.children.length === 0;
      status.textContent = left.length === 0 ? word('nothing').replace('{q}', () => text) : found(left.length);
      shown = { things: left, count: 0, head, question };
      list.replaceChildren();
      await showMore(ask);
      if (ask === asks) list.removeAttribute('aria-busy');
    } catch {
      if (ask !== asks) return;
      clear();
      status.textContent = word('failed');
    }
  }

  async function showMore(ask) {
    const { things, count, head, question } = shown;
    const next = things.slice(count, count + ON_ONE_SCREEN);
    const files = await Promise.all(next.map((thing) => load(folder, `cards/${Math.floor(thing / head.cards)}`)));
    if (ask !== asks) return;
    const rows = next.map((thing, at) => item(files[at][thing % head.cards], { root, kinds: head.kinds, question, word }));
    list.append(...rows);
    shown.count += next.length;
    more.hidden = shown.count >= things.length;
    if (count > 0) rows[0]?.querySelector('a').focus();
  }

  /** Asks anew. What is typed takes the place of what was typed before it, but not of what was asked. */
  function ask(isNew, checked = state().checked, isTyped = false) {
    isTyping = isTyped;
    remember(input.value.trim(), checked, isNew);
    return answer();
  }

  let timer;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask(true);
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    const wait = isKnown(asked(input.value)) ? TO_SHOW : TO_FETCH;
    timer = setTimeout(() => ask(!isTyping && location.search !== '', state().checked, true), wait);
  });
  groups.addEventListener('change', () => {
    const boxes = [...groups.querySelectorAll('input:checked')];
    const checked = Object.fromEntries(FACETS.map((facet) => [facet, boxes.filter(({ name }) => name === facet).map(({ value }) => value)]));
    ask(true, checked);
  });
  more.addEventListener('click', () => showMore(asks).catch(() => (status.textContent = word('failed'))));
  const restore = () => {
    isTyping = false;
    input.value = state().text;
    answer();
  };
  addEventListener('popstate', restore);
  narrow.open = matchMedia('(min-width: 60em)').matches;
  restore();
}
// What runs when a page is there. Pages are whole without it.

const form = document.querySelector('.masthead form');
if (form) jump(form);
const place = document.querySelector('[data-search]');
if (place) searchPage(place);
// Cards beside links where the browser does not show them of itself: on hover and focus, away on leaving and on Escape.
{
  const links = document.querySelectorAll('a[interestfor]');
  const isNeeded = !('interestForElement' in HTMLAnchorElement.prototype) && 'showPopover' in HTMLElement.prototype;
  let shown;
  let timer;

  function hide() {
    clearTimeout(timer);
    if (shown?.matches(':popover-open')) shown.hidePopover();
    shown = undefined;
  }

  function show(link) {
    hide();
    timer = setTimeout(() => {
      shown = document.getElementById(link.getAttribute('interestfor'));
      if (!shown) return;
      shown.showPopover();
      const { left, bottom, top } = link.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = shown;
      const y = bottom + height + 4 > innerHeight ? top - height - 4 : bottom + 4;
      Object.assign(shown.style, { inset: 'auto', margin: '0', left: `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`, top: `${Math.max(4, y)}px` });
    }, 400);
  }

  if (isNeeded) {
    for (const link of links) {
      for (const event of ['mouseenter', 'focus']) link.addEventListener(event, () => show(link));
      for (const event of ['mouseleave', 'blur']) {
        link.addEventListener(event, () => {
          clearTimeout(timer);
          timer = setTimeout(() => shown?.matches(':hover') || hide(), 250);
        });
      }
    }
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  }
}
})();
