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
