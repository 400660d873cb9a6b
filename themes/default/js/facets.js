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
