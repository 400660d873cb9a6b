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
