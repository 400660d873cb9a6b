// Shows the page again after a change, and what is wrong over it. Only the preview sends this script.
const own = document.currentScript;
const version = own.dataset.version;
const base = new URL(".", own.src);
// The page that stands in for a site lists the problems itself.
const overlay = "dossierProblems" in document.documentElement.dataset ? null : new Overlay(base);
let events = null;

function listen() {
  if (events) return;
  events = new EventSource(new URL("events", base));
  events.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (state.version !== version) {
      keepPlace();
      location.reload();
    } else {
      overlay?.show(state.problems);
    }
  });
}

function pause() {
  events?.close();
  events = null;
}

// Browsers allow six connections to one host: a tab that nobody sees gives its own back.
function listenWhenSeen() {
  if (document.visibilityState === "visible") listen();
  else pause();
}

document.addEventListener("visibilitychange", listenWhenSeen);
addEventListener("pagehide", pause);
addEventListener("pageshow", listenWhenSeen);
findPlace();
listenWhenSeen();
