// The built sample in Chromium: accessible, readable on a narrow screen and in the dark, silent, self-contained, whole without scripts.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { browser, builtSite, files, kinds, pathOf, serve, watch } from './site.mjs';

const folder = builtSite();
const known = new Set(files(folder));
const pages = [...known].filter((path) => path.endsWith('.html'));
const fileBase = pathToFileURL(`${folder}/`).href;
let chromium;
let server;

before(async () => {
  chromium = await browser();
  server = await serve(folder);
});

after(async () => {
  await chromium?.close();
  await server?.close();
});

/** Opens `path` in a new context and gives what `look` sees, and what the page did that it must not do. */
async function open({ path, base, width = 1280, colorScheme = 'light', javaScriptEnabled = true }, look) {
  const context = await chromium.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled });
  try {
    const page = await context.newPage();
    const faults = watch(page, base);
    await page.goto(base + path, { waitUntil: 'load' });
    return { seen: await look(page), faults };
  } finally {
    await context.close();
  }
}

/** Fails with all that `check` finds on any page. */
async function everyPage(check) {
  const all = [];
  for (const path of pages) {
    for (const fault of await check(path)) all.push(`${path}: ${fault}`);
  }
  assert.deepEqual(all, []);
}

test('the site has a page of every kind', () => {
  const found = kinds(folder).map(({ kind }) => kind);
  const wanted = [
    '404.html',
    'index.html',
    'timeline/index.html',
    'not-named/index.html',
    ...['dossiers', 'cases', 'hearings', 'people', 'organisations', 'places', 'events', 'sources'].flatMap((name) => [
      `${name}/index.html`,
      `${name}/*`,
    ]),
  ];
  assert.deepEqual(wanted.filter((kind) => !found.includes(kind)), []);
});

describe('each kind of page', () => {
  for (const { kind, path } of kinds(folder)) {
    for (const width of [320, 1280]) {
      for (const colorScheme of ['light', 'dark']) {
        test(`${kind} at ${width}, ${colorScheme}`, async () => {
          const { seen, faults } = await open({ path, base: server.base, width, colorScheme }, async (page) => [
            ...(await sidewaysScroll(page)),
            ...(await violations(page)),
          ]);
          assert.deepEqual([...seen, ...faults], [], path);
        });
      }
    }
  }
});

describe('every page', () => {
  test('does not scroll sideways on a narrow screen', () =>
    everyPage(async (path) => {
      const { seen, faults } = await open({ path, base: server.base, width: 320 }, sidewaysScroll);
      return [...seen, ...faults];
    }));

  test('says the same without scripts', () =>
    everyPage(async (path) => {
      const text = (page) => page.locator('body').innerText();
      const on = await open({ path, base: server.base }, text);
      const off = await open({ path, base: server.base, javaScriptEnabled: false }, text);
      const isSame = on.seen === off.seen;
      return [...on.faults, ...off.faults, ...(isSame ? [] : [`without scripts it says: ${off.seen}`])];
    }));

  for (const [where, base] of [['from a server below a prefix', () => server.base], ['from a folder', () => fileBase]]) {
    test(`is whole ${where}: styles, links and fragments`, async () => {
      const opened = new Map();
      for (const path of pages) opened.set(path, await open({ path, base: base() }, read));
      await everyPage((path) => {
        const { seen, faults } = opened.get(path);
        const isStyled = seen.sheets > 0 && seen.sheets === seen.sheetLinks;
        const links = seen.links.map((link) => broken(link, base(), opened)).filter(Boolean);
        return [...faults, ...links, ...(isStyled ? [] : ['a style sheet is not there'])];
      });
    });
  }

  test('names its own address where it names one', () =>
    everyPage(async (path) => {
      const { seen } = await open({ path, base: server.base }, read);
      const own = path.replace(/(^|\/)index\.html$/, '$1');
      const isOwn = seen.canonical === null || seen.canonical.endsWith(`/${own}`) || isRedirect(path, seen.canonical);
      return isOwn ? [] : [`its address is given as ${seen.canonical}`];
    }));
});

/** A page that leads to another names that one. */
function isRedirect(path, canonical) {
  return pages.some((other) => other !== path && canonical.endsWith(`/${other.replace(/index\.html$/, '')}`));
}

/** Says that the page is wider than the screen. */
async function sidewaysScroll(page) {
  const [scroll, client] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  return scroll <= client ? [] : [`${scroll} pixels wide on a screen of ${client}`];
}

/** What axe finds, short enough to read. */
async function violations(page) {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** What is to be known of a page to check the links to it and from it. */
function read(page) {
  return page.evaluate(() => {
    const whole = (selector, key) => [...document.querySelectorAll(selector)].map((element) => element[key]);
    return {
      ids: whole('[id]', 'id'),
      links: [
        ...whole('a[href]', 'href'),
        ...whole('link[href]:not([rel=canonical])', 'href'),
        ...whole('img[src], script[src]', 'src'),
      ],
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
      sheets: document.styleSheets.length,
      sheetLinks: document.querySelectorAll('link[rel=stylesheet]').length,
    };
  });
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
  const isThere = !fragment || opened.get(path)?.seen.ids.includes(fragment);
  return isThere ? undefined : `${link}: no such place on the page`;
}
