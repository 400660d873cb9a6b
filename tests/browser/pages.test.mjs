// Every page of the sample and of the invented case in Chromium: silent, self-contained, light, whole without scripts, in a folder
// and below any prefix.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { sidewaysScroll } from './looks.mjs';
import { browser, builtFor, builtShowcase, builtSite, files, kinds, pathOf, serve, tabs } from './site.mjs';

// The page for addresses that do not exist is shown at any depth, so its links begin at the root of the host: it works
// only where the site was built for.
const NOT_FOUND = '404.html';
const KINDS = ['dossiers', 'cases', 'hearings', 'people', 'organisations', 'places', 'events', 'sources'];
/** The most that a first view may ask for, in bytes as they travel and in requests. */
const MOST = { scripts: 12 * 1024, all: 50 * 1024, requests: 6 };

for (const [name, folder, ownKinds] of [['the sample', builtSite(), []], ['the invented case', builtShowcase('en'), ['index/*/text/*']]]) {
  describe(name, () => wholeSite(folder, ownKinds));
}

function wholeSite(folder, ownKinds) {
  const known = new Set(files(folder));
  const pages = [...known].filter((path) => path.endsWith('.html') && path !== NOT_FOUND);
  const fileBase = pathToFileURL(`${folder}/`).href;
  const served = new Map();
  const withoutScripts = new Map();
  const fromFolder = new Map();
  let chromium;
  let anywhere;
  let left;

  /** Opens all pages below `base` and keeps of each what `look` sees. */
  async function visit(opened, base, look, options) {
    const open = await tabs(chromium, base, options);
    await Promise.all(pages.map(async (path) => opened.set(path, await open.visit(path, look))));
    const stored = await open.left();
    await open.close();
    return stored;
  }

  before(async () => {
    chromium = await browser();
    anywhere = await serve(folder, '/below/a/prefix/');
    left = await visit(served, anywhere.base, async (page) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      const seen = { ...(await read(page)), text: await page.locator('body').innerText() };
      await page.setViewportSize({ width: 320, height: 800 });
      return { ...seen, tooWide: await sidewaysScroll(page) };
    });
    await visit(withoutScripts, anywhere.base, async (page) => ({ text: await page.locator('body').innerText() }), { javaScriptEnabled: false });
    await visit(fromFolder, fileBase, read);
  });

  after(async () => {
    await chromium?.close();
    await anywhere?.close();
  });

  /** Fails with all that `check` finds on any page. */
  function everyPage(opened, check) {
    assert.equal(opened.size, pages.length);
    const faults = [...opened].flatMap(([path, page]) => check(page, path).map((fault) => `${path}: ${fault}`));
    assert.deepEqual(faults, []);
  }

  test('has a page of every kind', () => {
    const found = kinds(folder).map(({ kind }) => kind);
    const lists = ['timeline', 'network', 'map', 'changes', 'not-named', 'corrections', 'data', 'search', 'index'];
    const wanted = [
      NOT_FOUND,
      'index.html',
      ...lists.map((list) => `${list}/index.html`),
      ...KINDS.flatMap((kind) => [`${kind}/index.html`, `${kind}/*`]),
      ...ownKinds,
    ];
    assert.deepEqual(wanted.filter((kind) => !found.includes(kind)), []);
  });

  test('is silent, asks for nothing outside the site and does not scroll sideways on a narrow screen', () =>
    everyPage(served, ({ faults, tooWide }) => [...faults, ...tooWide]));

  test('leaves nothing in the browser', () => assert.deepEqual(left, []));

  test('says the same without scripts', () =>
    everyPage(withoutScripts, ({ faults, text }, path) => {
      const isSame = text === served.get(path).text;
      return [...faults, ...(isSame ? [] : [`without scripts it says: ${text}`])];
    }));

  test('has its styles, and links to places that are there, below any prefix', () =>
    everyPage(served, (page) => missing(page, anywhere.base, served)));

  test('has its styles, and links to places that are there, in a folder without a server', () =>
    everyPage(fromFolder, (page) => [...page.faults, ...missing(page, fileBase, fromFolder)]));

  test('loads at most 50 KB without its photographs, of them 12 KB of scripts, in at most 6 requests', () =>
    everyPage(served, ({ requests }) => {
      const own = requests.filter(({ url }) => !url.endsWith('/favicon.ico'));
      const size = (types) => own
        .filter(({ type }) => types.includes(type))
        .reduce((sum, { url }) => sum + packed(pathOf(url, anywhere.base)), 0);
      const all = size(['document', 'stylesheet', 'script', 'fetch', 'xhr', 'font']);
      const scripts = size(['script']);
      const isLight = all <= MOST.all && scripts <= MOST.scripts && own.length <= MOST.requests;
      return isLight ? [] : [`${all} bytes, ${scripts} of scripts, ${own.length} requests: ${own.map(({ url }) => url)}`];
    }));

  test('names its own address where it names one', () =>
    everyPage(served, ({ canonical }, path) => {
      const own = path.replace(/(^|\/)index\.html$/, '$1');
      const isOwn = canonical === null || canonical.endsWith(`/${own}`) || isRedirect(path, canonical);
      return isOwn ? [] : [`its address is given as ${canonical}`];
    }));

  test('has a page for what does not exist that is whole where the site was built for', async () => {
    const atHome = await serve(folder, builtFor(folder));
    const open = await tabs(chromium, atHome.base);
    try {
      const page = await open.visit(NOT_FOUND, read);
      const atRoot = new Map(pages.map((path) => [path, { ids: [] }]));
      assert.deepEqual([...page.faults, ...missing(page, atHome.base, atRoot.set(NOT_FOUND, page))], []);
    } finally {
      await open.close();
      await atHome.close();
    }
  });

  /** The size of a file as it travels. */
  function packed(path) {
    return gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;
  }

  /** A page that leads to another names that one. */
  function isRedirect(path, canonical) {
    return pages.some((other) => other !== path && canonical.endsWith(`/${other.replace(/index\.html$/, '')}`));
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
