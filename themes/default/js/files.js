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
