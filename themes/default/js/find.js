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
