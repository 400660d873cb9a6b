// The built sample in Chromium: silent, self-contained, whole without scripts, in a folder and below any prefix.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { sidewaysScroll } from './looks.mjs';
import { browser, builtFor, builtSite, files, kinds, pathOf, serve, watch } from './site.mjs';

const folder = builtSite();
const known = new Set(files(folder));
// The page for addresses that do not exist is shown at any depth, so its links begin at the root of the host: it works
// only where the site was built for.
const NOT_FOUND = '404.html';
const pages = [...known].filter((path) => path.endsWith('.html') && path !== NOT_FOUND);
const fileBase = pathToFileURL(`${folder}/`).href;
let chromium;
let anywhere;
let atHome;

before(async () => {
  chromium = await browser();
  anywhere = await serve(folder, '/below/a/prefix/');
  atHome = await serve(folder, builtFor(folder));
});

after(async () => {
  await chromium?.close();
  await anywhere?.close();
  await atHome?.close();
});

/** Opens `path` in a new context and gives what `look` sees, and what the page did that it must not do. */
async function open({ path, base, width = 1280, javaScriptEnabled = true }, look) {
  const context = await chromium.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  try {
    const page = await context.newPage();
    const faults = watch(page, base);
    await page.goto(base + path, { waitUntil: 'load' });
    return { ...(await look(page)), faults };
  } finally {
    await context.close();
  }
}

/** Fails with all that `check` finds on any page. */
function everyPage(opened, check) {
  const faults = [...opened].flatMap(([path, page]) => check(page, path).map((fault) => `${path}: ${fault}`));
  assert.deepEqual(faults, []);
}

test('the site has a page of every kind', () => {
  const found = kinds(folder).map(({ kind }) => kind);
  const wanted = [
    '404.html',
    'index.html',
    'timeline/index.html',
    'network/index.html',
    'map/index.html',
    'changes/index.html',
    'not-named/index.html',
    'corrections/index.html',
    'data/index.html',
    ...['dossiers', 'cases', 'hearings', 'people', 'organisations', 'places', 'events', 'sources'].flatMap((name) => [
      `${name}/index.html`,
      `${name}/*`,
    ]),
  ];
  assert.deepEqual(wanted.filter((kind) => !found.includes(kind)), []);
});

describe('every page', () => {
  const served = new Map();
  const withoutScripts = new Map();
  const fromFolder = new Map();

  before(async () => {
    for (const path of pages) {
      served.set(path, await open({ path, base: anywhere.base }, async (page) => ({
        ...(await read(page)),
        text: await page.locator('body').innerText(),
        tooWide: await page.setViewportSize({ width: 320, height: 800 }).then(() => sidewaysScroll(page)),
      })));
      withoutScripts.set(path, await open({ path, base: anywhere.base, javaScriptEnabled: false }, async (page) => ({
        text: await page.locator('body').innerText(),
      })));
      fromFolder.set(path, await open({ path, base: fileBase }, read));
    }
  });

  test('is silent, asks for nothing outside the site and does not scroll sideways on a narrow screen', () =>
    everyPage(served, ({ faults, tooWide }) => [...faults, ...tooWide]));

  test('says the same without scripts', () =>
    everyPage(withoutScripts, ({ faults, text }, path) => {
      const isSame = text === served.get(path).text;
      return [...faults, ...(isSame ? [] : [`without scripts it says: ${text}`])];
    }));

  test('has its styles, and links to places that are there, below any prefix', () =>
    everyPage(served, (page) => missing(page, anywhere.base, served)));

  test('has its styles, and links to places that are there, in a folder without a server', () =>
    everyPage(fromFolder, (page) => [...page.faults, ...missing(page, fileBase, fromFolder)]));

  test('names its own address where it names one', () =>
    everyPage(served, ({ canonical }, path) => {
      const own = path.replace(/(^|\/)index\.html$/, '$1');
      const isOwn = canonical === null || canonical.endsWith(`/${own}`) || isRedirect(path, canonical);
      return isOwn ? [] : [`its address is given as ${canonical}`];
    }));
});

test('the page for what does not exist is whole where the site was built for', async () => {
  const page = await open({ path: NOT_FOUND, base: atHome.base }, read);
  const atRoot = new Map(pages.map((path) => [path, { ids: [] }]));
  assert.deepEqual([...page.faults, ...missing(page, atHome.base, atRoot.set(NOT_FOUND, page))], []);
});

/** A page that leads to another names that one. */
function isRedirect(path, canonical) {
  return pages.some((other) => other !== path && canonical.endsWith(`/${other.replace(/index\.html$/, '')}`));
}

/** What is to be known of a page to check the links to it and from it. */
function read(page) {
  return page.evaluate(() => {
    const whole = (selector, key) => [...document.querySelectorAll(selector)].map((element) => element[key]);
    // Links of drawings have no address in full.
    const full = (selector) => [...document.querySelectorAll(selector)].map((element) => new URL(element.getAttribute('href'), document.baseURI).href);
    return {
      ids: whole('[id]', 'id'),
      links: [
        ...full('a[href]'),
        ...whole('link[href]:not([rel=canonical])', 'href'),
        ...whole('img[src], script[src]', 'src'),
      ],
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
      sheets: document.styleSheets.length,
      sheetLinks: document.querySelectorAll('link[rel=stylesheet]').length,
    };
  });
}

/** Says which styles are not there and which links lead nowhere. */
function missing({ sheets, sheetLinks, links }, base, opened) {
  const isStyled = sheets > 0 && sheets === sheetLinks;
  return [...(isStyled ? [] : ['a style sheet is not there']), ...links.map((link) => broken(link, base, opened)).filter(Boolean)];
}

/** Says what is wrong with a link, if anything. */
function broken(link, base, opened) {
  const path = pathOf(link, base);
  if (path === undefined) {
    const isOutside = ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(link).protocol);
    return isOutside && !link.startsWith(new URL(base).origin) ? undefined : `${link} leads out of the site`;
  }
  if (!known.has(path)) return `${link} leads nowhere`;
  const fragment = decodeURIComponent(new URL(link).hash.slice(1));
  const isThere = !fragment || opened.get(path)?.ids.includes(fragment);
  return isThere ? undefined : `${link}: no such place on the page`;
}
