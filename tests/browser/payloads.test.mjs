// Texts that try to become code, in every place where an author can write: in Chromium they are text.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browser, builtOf, files, serve, watch } from './site.mjs';
import { ADDRESSES, PAYLOADS, POSITIONS, siteOf, siteOfAddress } from './payloads.mjs';

/** Elements that no page of the theme has, and that a text would need to run or fetch something. */
const FOREIGN = 'iframe, object, embed, base, video, audio, math, template, portal, marquee, noscript, link:not([rel=stylesheet], [rel=canonical], [rel=alternate]), meta[http-equiv=refresh], style, [style], svg script, script:not([src]):not([type="application/ld+json"])';

let chromium;
let server;
let pages;

before(async () => {
  const folder = builtOf(siteOf(PAYLOADS));
  pages = files(folder).filter((path) => path.endsWith('.html') && path !== '404.html');
  chromium = await browser();
  server = await serve(folder);
});

after(async () => {
  await chromium?.close();
  await server?.close();
});

test('there are at least 300 payloads in at least 10 positions, each in a page of its own', () => {
  assert.ok(PAYLOADS.length >= 300, `${PAYLOADS.length} payloads`);
  assert.ok(POSITIONS.length >= 10, `${POSITIONS.length} positions`);
  assert.ok(pages.length >= 3 * PAYLOADS.length, `${pages.length} pages`);
});

test('no payload runs, fetches, or becomes an element', async () => {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const faults = watch(page, server.base);
  const found = [];
  for (const path of pages) {
    await page.goto(server.base + path, { waitUntil: 'load' });
    const seen = await page.evaluate((foreign) => {
      const name = (element) => element.outerHTML.slice(0, 100);
      const handlers = [...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((key) => key.startsWith('on')));
      const addresses = [...document.querySelectorAll('[href], [src], [action], [formaction], [data]')].filter((element) =>
        ['href', 'src', 'action', 'formaction', 'data'].some((key) => {
          const value = element.getAttribute(key);
          return value !== null && !['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(value, document.baseURI).protocol);
        }));
      return {
        ran: '__run' in window,
        elements: [...document.querySelectorAll(foreign), ...handlers, ...addresses].map(name),
        isWhole: document.querySelector('main') instanceof HTMLElement && typeof document.body === 'object' && window.location === document.location,
      };
    }, FOREIGN);
    if (seen.ran) found.push(`${path}: a payload ran`);
    if (!seen.isWhole) found.push(`${path}: the page is not whole`);
    found.push(...seen.elements.map((element) => `${path}: ${element}`));
  }
  await context.close();
  assert.deepEqual([...found, ...faults], []);
});

test('a site with an address that runs something is not built', () => {
  for (const address of ADDRESSES) {
    assert.throws(() => builtOf(siteOfAddress(address)), /content\/a\.md:5:\d+: error\[(unsafe-url|invisible-character)\]/, address);
  }
});

test('a payload that does become code is found', async () => {
  const page = await chromium.newPage();
  const faults = watch(page, 'http://127.0.0.1:1/');
  await page.setContent('<img src=x onerror="window.__run=1">');
  await page.waitForFunction(() => '__run' in window);
  await page.close();
  assert.ok(Array.isArray(faults));
});
