// Shows the page again after a change, and what is wrong over the page. Only the preview sends this file.
(() => {
  "use strict";
  const own = document.currentScript;
  const version = own.dataset.version;
  const base = new URL(".", own.src);
  const place = "dossier-place";
  let events = null;
  let problem = null; // what the server last said
  let closed = null; // the problem that the reader has closed
  let overlay = null;

  try {
    const kept = JSON.parse(sessionStorage.getItem(place));
    sessionStorage.removeItem(place);
    if (kept && kept.path === location.pathname) {
      addEventListener("load", () => scrollTo({ left: kept.left, top: kept.top, behavior: "instant" }), { once: true });
    }
  } catch { /* no storage: the page begins at its top */ }

  function reload() {
    try {
      sessionStorage.setItem(place, JSON.stringify({ path: location.pathname, left: scrollX, top: scrollY }));
    } catch { /* as above */ }
    location.reload();
  }

  function show() {
    if (overlay) overlay.remove();
    overlay = null;
    if (problem === null || problem === closed) return;
    const element = (name, text) => {
      const made = document.createElement(name);
      made.textContent = text;
      return made;
    };
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("reload.css", base).href;
    const section = document.createElement("section");
    section.setAttribute("role", "alertdialog");
    section.setAttribute("aria-label", "The site has errors");
    const button = element("button", "Close (Esc)");
    button.addEventListener("click", close);
    section.append(
      element("h2", "The site has errors"),
      element("p", "Behind this is the last version without errors. It is renewed when the errors are gone."),
      element("pre", problem),
      button,
    );
    overlay = document.createElement("div");
    overlay.attachShadow({ mode: "open" }).append(style, section);
    document.documentElement.append(overlay);
  }

  function close() {
    closed = problem;
    show();
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && overlay) close();
  });

  function listen() {
    if (events) return;
    events = new EventSource(new URL("events", base));
    events.addEventListener("message", (event) => {
      const state = JSON.parse(event.data);
      if (state.version !== version) return reload();
      problem = state.problem;
      if (problem === null) closed = null;
      show();
    });
  }

  // Browsers allow six connections to one host: a tab that nobody sees gives its own back.
  function listenWhenSeen() {
    if (document.visibilityState === "visible") {
      listen();
    } else if (events) {
      events.close();
      events = null;
    }
  }
  document.addEventListener("visibilitychange", listenWhenSeen);
  addEventListener("pagehide", () => { if (events) events.close(); events = null; });
  addEventListener("pageshow", listenWhenSeen);
  listenWhenSeen();
})();
