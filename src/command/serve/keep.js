// What the reader has before them is kept over a reload: how far they have scrolled, and which details are open.
const PLACE = "dossier-place";

function remember(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch { /* no storage: the page begins at its top */ }
}

function recall(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

// Details by their names: those with the same words by their order, so that an edit elsewhere does not confuse them.
function namedDetails() {
  const seen = new Map();
  return [...document.querySelectorAll("details")].map((details) => {
    const words = details.id || (details.querySelector("summary")?.textContent ?? "").trim();
    const number = seen.get(words) ?? 0;
    seen.set(words, number + 1);
    return [`${number} ${words}`, details];
  });
}

function keepPlace() {
  const details = namedDetails().map(([name, { open }]) => [name, open]);
  remember(PLACE, { path: location.pathname, left: scrollX, top: scrollY, details });
}

function findPlace() {
  const kept = recall(PLACE);
  try { sessionStorage.removeItem(PLACE); } catch { /* as above */ }
  if (!kept || kept.path !== location.pathname) return;
  const wasOpen = new Map(kept.details);
  for (const [name, details] of namedDetails()) {
    if (wasOpen.has(name) && details.open !== wasOpen.get(name)) details.open = wasOpen.get(name);
  }
  const scroll = () => scrollTo({ left: kept.left, top: kept.top, behavior: "instant" });
  scroll();
  // Pictures may have moved the text since.
  if (document.readyState !== "complete") addEventListener("load", scroll, { once: true });
}
