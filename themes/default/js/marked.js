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
