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
