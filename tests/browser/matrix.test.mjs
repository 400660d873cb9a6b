// Every kind of page of the sample, and of the invented case with an interface in four languages, in Chromium: for all eyes, hands
// and screens. A page is opened once and looked at in all its views, as a reader does who turns a telephone.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, browser, builtShowcase, builtSite, kinds, serve, tabs } from './site.mjs';
import { coloured, folded, measured, printed, sidewaysScroll, smallTargets, spaced, tongue, unfocused, violations } from './looks.mjs';

/** Keys and paper are tried in one language of each direction, as the words change nothing about them. */
const WALK = { width: 1280, colorScheme: 'dark', looks: [unfocused, printed] };
const NARROW = { width: 320, colorScheme: 'light', looks: [tongue, sidewaysScroll, smallTargets, folded, violations, spaced] };
const MIDDLE = { width: 768, colorScheme: 'light', looks: [sidewaysScroll, smallTargets, folded] };
/** How a page is looked at in each other language: all rules once, and what is measured once more at the other end. */
const SOME_VIEWS = [NARROW, MIDDLE, { width: 1280, colorScheme: 'dark', looks: [sidewaysScroll, smallTargets, folded, measured] }];
/** How a page is looked at in full: all rules at each width, and those on colours in the others. */
const ALL_VIEWS = [
  NARROW,
  { width: 320, colorScheme: 'dark', looks: [coloured] },
  MIDDLE,
  { width: 1280, colorScheme: 'light', looks: [sidewaysScroll, smallTargets, folded, violations] },
  { width: 1280, colorScheme: 'dark', looks: [coloured] },
];
const FORCED = { width: 1280, colorScheme: 'light', forcedColors: 'active', looks: [coloured] };

const SITES = [
  { name: 'the sample', folder: builtSite(), views: ALL_VIEWS },
  ...LANGUAGES.map((language) => ({
    name: `the invented case in ${language}`,
    folder: builtShowcase(language),
    views: [...(language === 'en' ? [...ALL_VIEWS, FORCED] : SOME_VIEWS), ...(['en', 'ar'].includes(language) ? [WALK] : [])],
  })),
  { name: 'the invented case in the theme of a newspaper', folder: builtShowcase('en', 'broadsheet'), views: [...ALL_VIEWS, WALK] },
];

for (const { name, folder, views } of SITES) {
  describe(name, { concurrency: 2 }, () => {
    let chromium;
    let server;
    let open;

    before(async () => {
      chromium = await browser();
      server = await serve(folder);
      open = await tabs(chromium, server.base);
    });

    after(async () => {
      await chromium?.close();
      await server?.close();
    });

    for (const { kind, path } of kinds(folder)) {
      test(kind, async () => {
        const found = [];
        const { faults } = await open.visit(path, async (page) => {
          for (const { width, colorScheme, forcedColors = 'none', looks } of views) {
            await page.setViewportSize({ width, height: 800 });
            await page.emulateMedia({ colorScheme, forcedColors });
            for (const look of looks) {
              found.push(...(await look(page)).map((fault) => `${width}, ${colorScheme}, forced colours ${forcedColors}: ${fault}`));
            }
          }
        });
        assert.deepEqual([...found, ...faults], [], path);
      });
    }
  });
}
