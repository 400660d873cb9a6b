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
