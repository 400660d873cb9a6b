// Every kind of page of the invented case, with an interface in four languages, in Chromium: for all eyes, hands and screens.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browser, builtShowcase, kinds, serve, watch } from './site.mjs';
import { clipped, hidden, sidewaysScroll, smallTargets, unfocused, violations } from './looks.mjs';

/** The interface languages; the last is written from right to left. */
const LANGUAGES = ['en', 'tr', 'ku', 'ar'];
/** The languages in which keys and paper are tried as well: one of each direction, as the words change nothing about them. */
const BOTH_WAYS = ['en', 'ar'];
/** How a page is looked at in every language, and what is tried there besides. Wider spacing needs a style of the test's own. */
const VIEWS = [
  { width: 320, colorScheme: 'light', bypassCSP: true, looks: [spaced] },
  { width: 1280, colorScheme: 'dark', looks: [unfocused, printed] },
];
/** How it is looked at once more, in the first language. */
const MORE_VIEWS = [
  { width: 320, colorScheme: 'dark', looks: [] },
  { width: 1280, colorScheme: 'light', looks: [] },
  { width: 1280, colorScheme: 'light', forcedColors: 'active', looks: [] },
];
/** The spacing that WCAG 2.2, 1.4.12 lets readers set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }`;

for (const language of LANGUAGES) {
  describe(`in ${language}`, { concurrency: 2 }, () => {
    const folder = builtShowcase(language);
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

    /** Gives the faults that `look` finds on the page at `path`, and those of the page itself. */
    async function faultsOf(path, options, look) {
      const { width, ...others } = options;
      const context = await chromium.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce', ...others });
      try {
        const page = await context.newPage();
        const faults = watch(page, server.base);
        await page.goto(server.base + path, { waitUntil: 'load' });
        return [...(await look(page)), ...faults];
      } finally {
        await context.close();
      }
    }

    const shown = kinds(folder);
    const views = language === LANGUAGES[0] ? [...VIEWS, ...MORE_VIEWS] : VIEWS;
    for (const { kind, path } of shown) {
      for (const { looks, ...options } of views) {
        const tried = BOTH_WAYS.includes(language) || looks.includes(spaced) ? looks : [];
        const ways = [options.width, options.colorScheme, options.forcedColors && 'forced colours', ...tried.map(({ name }) => name)];
        test([kind, ...ways].filter(Boolean).join(', '), async () => {
          const found = await faultsOf(path, options, async (page) => {
            const faults = [];
            for (const look of [sidewaysScroll, smallTargets, violations, ...tried]) faults.push(...(await look(page)));
            return faults;
          });
          assert.deepEqual(found, [], path);
        });
      }
    }

    test('the language and the direction of each page are said', async () => {
      const found = [];
      for (const { path } of shown) {
        found.push(...(await faultsOf(path, { width: 1280 }, async (page) => {
          const [lang, dir] = await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction]);
          const wanted = ['ar', 'ckb', 'fa', 'he'].includes(lang) ? 'rtl' : 'ltr';
          return lang && dir === wanted ? [] : [`${path}: lang=${lang}, direction ${dir}`];
        })));
      }
      assert.deepEqual(found, []);
    });
  });
}

/** Faults with wider spacing. */
async function spaced(page) {
  await page.addStyleTag({ content: SPACING });
  return [...(await sidewaysScroll(page)), ...(await clipped(page))];
}

/** Faults on paper: what is not there, and what a PDF lacks that a screen reader needs. */
async function printed(page) {
  await page.emulateMedia({ media: 'print' });
  const paper = (await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })).toString('latin1');
  const wanted = { 'tags': '/StructTreeRoot', 'a language': '/Lang', 'an outline': '/Outlines' };
  const missing = Object.entries(wanted).filter(([, mark]) => !paper.includes(mark));
  return [...(await hidden(page)), ...missing.map(([name]) => `printed without ${name}`)];
}
