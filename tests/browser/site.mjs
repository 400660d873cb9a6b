// A built site for tests in a browser: where it is, its pages, and ways to open it. Knows files and addresses, not what is on the pages.

import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { LONG } from './long.mjs';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The languages of the interface that the invented case is looked at in; the last is written from right to left. */
export const LANGUAGES = ['en', 'tr', 'ku', 'ar'];

/** The folder of sites that `built.mjs` made for all files of tests; without it each file makes its own. */
const BUILT = process.env.DOSSIER_BUILT && join(root, 'tests/browser', process.env.DOSSIER_BUILT);

/** The folder of the built site: `DOSSIER_SITE`, or the sample. */
export function builtSite() {
  return process.env.DOSSIER_SITE ?? made('sample') ?? build(root);
}

/** The folder of the invented case in `showcase/` with an interface in `language`; the text of one of its pages goes on over others. */
export function builtShowcase(language, theme) {
  const there = made(theme ? `showcase-${theme}` : `showcase-${language}`);
  if (there) return there;
  const project = newFolder('showcase');
  cpSync(join(root, 'tests/browser/showcase'), project, { recursive: true });
  const config = join(project, 'dossier.toml');
  const settings = readFileSync(config, 'utf8').replace(/^language = .*$/m, `language = "${language}"`);
  if (theme) cpSync(join(root, 'themes', theme), join(project, 'themes', theme), { recursive: true });
  appendFileSync(join(project, 'content/methods.md'), LONG);
  writeFileSync(config, theme ? `theme = "${theme}"\n${settings}` : settings);
  return build(project);
}

/** The folder of the site with this name, where `built.mjs` made it. */
function made(name) {
  const folder = BUILT && join(BUILT, name);
  if (folder && !existsSync(folder)) throw new Error(`${folder} is not there: run \`npm --prefix tests/browser test\``);
  return folder;
}

/** A site of the given files, built now: `{ 'content/a.md': text }`. */
export function builtOf(texts) {
  const project = newFolder('texts');
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(join(project, dirname(path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  return build(project);
}

/** The program: `DOSSIER_BIN`, or what was built last. */
export function program() {
  const programs = [process.env.DOSSIER_BIN, join(root, 'target/debug/dossier'), join(root, 'target/release/dossier')];
  const found = programs.find((path) => path && existsSync(path));
  if (!found) throw new Error('no program to build the sample with: run `cargo build`, or set DOSSIER_BIN or DOSSIER_SITE');
  return found;
}

/** Builds the site of `project` into a new folder. */
function build(project) {
  const folder = newFolder('site');
  const run = spawnSync(program(), ['build', '--root', project, '--output-dir', folder, '--quiet', '--format', 'short'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the site of ${project} is not built:\n${run.stderr.split('\n').filter((line) => line.includes('error[')).join('\n')}`);
  return folder;
}

/** The path of a folder that does not exist yet, in a new folder that goes with the process's temporary files. */
function newFolder(name) {
  return join(mkdtempSync(join(tmpdir(), 'dossier-')), name);
}

/** The paths of all files below `folder`, with `/`, sorted. */
export function files(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/**
 * The largest page of each kind: `people/x/index.html` is of the kind `people/*`, `people/index.html` of the kind `people/`. The pages
 * on which long texts go on are a kind of their own, as nothing else in the program's own folder has a text.
 */
export function kinds(folder) {
  const largest = new Map();
  for (const path of files(folder).filter((path) => path.endsWith('.html'))) {
    const parts = path.split('/');
    const kind = parts[0] === 'index' && parts[3] === 'text' ? 'index/*/text/*' : parts.length > 2 ? `${parts[0]}/*` : path;
    const size = statSync(join(folder, path)).size;
    if (size > (largest.get(kind)?.size ?? -1)) largest.set(kind, { path, size });
  }
  return [...largest].map(([kind, { path }]) => ({ kind, path }));
}

/** The path below which the site was built to stand, as its home page says; `/` when it says nothing. */
export function builtFor(folder) {
  const canonical = readFileSync(join(folder, 'index.html'), 'utf8').match(/<link rel="canonical" href="([^"]*)"/);
  return canonical ? new URL(canonical[1]).pathname : '/';
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
};

/** Serves `folder` below a path prefix on a free port, each file from memory. At other addresses is nothing, but for the icon that Chromium asks for by itself. */
export async function serve(folder, prefix = '/') {
  const known = new Map(files(folder).map((path) => [path, readFileSync(join(folder, path))]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const below = pathname.startsWith(prefix) ? decodeURIComponent(pathname.slice(prefix.length)) : undefined;
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    const path = below === '' || below?.endsWith('/') ? `${below}index.html` : below;
    const content = known.get(path);
    if (!content) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The path below the site that `address` leads to, without its fragment; nothing for an address outside. */
export function pathOf(address, base) {
  const url = new URL(address);
  const whole = url.href.split(/[?#]/)[0];
  if (!whole.startsWith(base)) return undefined;
  const below = decodeURIComponent(whole.slice(base.length));
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}

/** Starts Chromium: `CHROMIUM`, or the one of the system. */
export function browser() {
  const names = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const executablePath = names.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('no Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** Records what a page must not do: write to the console, fail, or ask for anything outside `base`. */
export function watch(page, base, { goesOn = false } = {}) {
  const faults = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) faults.push(`request outside the site: ${request.url()}`);
  });
  // Where the reader goes on to another page, what the first was still asking for is given up.
  page.on('requestfailed', (request) => {
    if (!goesOn || request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

/** How many tabs work at the same time: there are processes enough behind each to keep two cores busy. */
const TABS = 2;

/**
 * Tabs that go from page to page of the site at `base`, as opening a tab takes longer than most pages. `visit` waits for a free
 * one and opens `path` in it; it gives what `look` sees, with what the page did that it must not do, and all that it asked for.
 */
export async function tabs(chromium, base, { width = 1280, ...options } = {}) {
  const context = await chromium.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce', ...options });
  const free = await Promise.all(Array.from({ length: TABS }, async () => {
    const page = await context.newPage();
    const requests = [];
    page.on('request', (request) => requests.push({ type: request.resourceType(), url: request.url() }));
    return { page, requests, faults: watch(page, base) };
  }));
  const waiting = [];
  return {
    async visit(path, look) {
      const tab = free.pop() ?? await new Promise((resolve) => waiting.push(resolve));
      try {
        tab.faults.length = 0;
        tab.requests.length = 0;
        await tab.page.goto(base + path, { waitUntil: 'load' });
        const seen = await look(tab.page);
        return { ...seen, faults: [...tab.faults], requests: [...tab.requests] };
      } finally {
        const next = waiting.shift();
        if (next) next(tab);
        else free.push(tab);
      }
    },
    /** What the pages left in the browser: cookies and stores. */
    async left() {
      const { cookies, origins } = await context.storageState({ indexedDB: true });
      return [...cookies, ...origins];
    },
    close: () => context.close(),
  };
}
