// What is wrong, over the page. Everything that comes from a file is put in as text, never as HTML.
const FIRST = 50;
const CLOSED = "dossier-closed";

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function button(words, act) {
  const made = element("button", "", words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function copier(words) {
  const made = button("Copy", async () => {
    try {
      await navigator.clipboard.writeText(words);
      made.textContent = "Copied";
    } catch {
      made.textContent = "Not copied";
    }
  });
  made.setAttribute("aria-label", `Copy ${words}`);
  return made;
}

function drawnPlace(place) {
  const words = [element("bdi", "", place.path), `:${place.line}:${place.column}`];
  const line = element("p", "place");
  if (place.link) {
    const link = element("a", "", ...words);
    link.href = place.link;
    link.title = "Open in the editor";
    line.append(link);
  } else {
    line.append(...words, " ", copier(`${place.path}:${place.line}:${place.column}`));
  }
  if (!place.excerpt) return [line];
  const { before, marked, after } = place.excerpt;
  const code = element("code", "", before, element("mark", "", marked), after);
  return [line, element("pre", "", element("span", "number", String(place.line)), code)];
}

function drawnProblem(problem) {
  const what = element("p", "what", element("b", "", problem.severity), " ");
  if (problem.code) what.append(element("code", "code", problem.code), " ");
  what.append(problem.message);
  const item = element("li", problem.severity, what);
  if (problem.place) item.append(...drawnPlace(problem.place));
  for (const note of problem.notes) item.append(element("p", "note", note.text), ...drawnPlace(note.place));
  if (problem.help) item.append(element("p", "help", problem.help));
  return item;
}

function counted(problems) {
  const part = (count, word) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`]);
  return [...part(problems.errors, "error"), ...part(problems.warnings, "warning")].join(", ");
}

// The errors themselves, without their lines: an error that only moved is none that is new.
function nameOf(problems) {
  const errors = problems.list.filter((problem) => problem.severity === "error");
  return errors.map((problem) => [problem.code, problem.place?.path, problem.message].join("\u0000")).join("\u0001");
}

class Overlay {
  #problems = null;
  #dialog = null;
  #styled = false;
  #limit = FIRST;
  #host = element("dossier-problems");
  #root = this.#host.attachShadow({ mode: "open" });
  #corner = button("", () => this.#open());

  constructor(base) {
    const style = element("link");
    style.rel = "stylesheet";
    style.href = new URL("reload.css", base).href;
    // Before its style is there, the list would be drawn plainly for a moment.
    for (const end of ["load", "error"]) {
      style.addEventListener(end, () => {
        this.#styled = true;
        this.#draw();
      });
    }
    this.#corner.className = "corner";
    this.#host.lang = "en";
    this.#host.dir = "ltr";
    this.#root.append(style);
  }

  show(problems) {
    if (this.#problems && nameOf(this.#problems) !== nameOf(problems)) this.#limit = FIRST;
    this.#problems = problems;
    if (problems.errors === 0) remember(CLOSED, null);
    if (problems.list.length > 0 && !this.#host.isConnected) document.documentElement.append(this.#host);
    this.#draw();
  }

  #draw() {
    if (!this.#styled || !this.#problems) return;
    const { list, errors } = this.#problems;
    if (list.length === 0) {
      this.#close();
      this.#host.remove();
      return;
    }
    this.#corner.textContent = counted(this.#problems);
    this.#corner.classList.toggle("bad", errors > 0);
    this.#corner.setAttribute("aria-label", `Show ${counted(this.#problems)}`);
    this.#root.append(this.#corner);
    if (this.#dialog && errors > 0) this.#fill();
    else if (this.#dialog) this.#close();
    else if (errors > 0 && recall(CLOSED) !== nameOf(this.#problems)) this.#open();
  }

  #open() {
    if (!this.#dialog) {
      this.#dialog = this.#made();
      this.#root.append(this.#dialog);
    }
    this.#fill();
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  #made() {
    const heading = element("h2", "");
    heading.id = "heading";
    const dialog = element("dialog", "problems");
    dialog.setAttribute("role", "dialog");
    dialog.setAttribute("aria-labelledby", heading.id);
    const close = button("Close (Esc)", () => dialog.close());
    close.autofocus = true;
    dialog.append(element("div", "top", heading, close), element("p", "about"), element("ol", ""));
    dialog.addEventListener("close", () => {
      // By the reader, not because the errors are gone.
      if (this.#dialog === dialog) {
        remember(CLOSED, nameOf(this.#problems));
        this.#close();
      }
    });
    return dialog;
  }

  // The heading and the close button stay, so that the focus does too.
  #fill() {
    const { list, errors } = this.#problems;
    this.#dialog.querySelector("h2").textContent = errors > 0 ? `The site has ${counted(this.#problems)}` : counted(this.#problems);
    this.#dialog.querySelector(".about").textContent = errors > 0
      ? "Behind this is the last version without errors. It is renewed when the errors are gone."
      : "The site is shown as it is.";
    const drawn = list.slice(0, this.#limit).map(drawnProblem);
    this.#dialog.querySelector("ol").replaceChildren(...drawn);
    this.#dialog.querySelector(".all")?.remove();
    if (list.length > this.#limit) {
      const all = button(`Show all ${list.length}`, () => {
        const next = this.#limit;
        this.#limit = Infinity;
        this.#fill();
        this.#dialog.querySelectorAll("ol > li")[next]?.querySelector("a, button")?.focus();
      });
      all.className = "all";
      this.#dialog.append(all);
    }
  }

  #close() {
    const dialog = this.#dialog;
    this.#dialog = null;
    if (dialog?.open) dialog.close();
    dialog?.remove();
  }
}
