// Texts that try to become code, in every place where an author can write: in Chromium they are text.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browser, builtOf, files, serve, tabs } from './site.mjs';
import { ADDRESSES, PAYLOADS, POSITIONS, siteOf, siteOfAddress } from './payloads.mjs';

/** Elements that no page of the theme has, and that a text would need to run or fetch something. */
const FOREIGN = 'iframe, object, embed, base, video, audio, math, template, portal, marquee, noscript, link:not([rel=stylesheet], [rel=canonical], [rel=alternate]), meta[http-equiv=refresh], style, [style], svg script, script:not([src]):not([type="application/ld+json"])';

let chromium;
let server;
let pages;
let open;

before(async () => {
  const folder = builtOf(siteOf(PAYLOADS));
  pages = files(folder).filter((path) => path.endsWith('.html') && path !== '404.html');
  chromium = await browser();
  server = await serve(folder);
  open = await tabs(chromium, server.base);
});

after(async () => {
  await chromium?.close();
  await server?.close();
});

/** What became code on a page. */
async function code(page) {
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
  return [...(seen.ran ? ['a payload ran'] : []), ...(seen.isWhole ? [] : ['the page is not whole']), ...seen.elements];
}

test('there are at least 300 payloads in at least 10 positions, each in a page of its own', () => {
  assert.ok(PAYLOADS.length >= 300, `${PAYLOADS.length} payloads`);
  assert.ok(POSITIONS.length >= 10, `${POSITIONS.length} positions`);
  assert.ok(pages.length >= 3 * PAYLOADS.length, `${pages.length} pages`);
  for (const kind of ['people', 'hearings', 'sources']) {
    const own = pages.filter((path) => path.startsWith(`${kind}/n`));
    assert.equal(own.length, PAYLOADS.length, kind);
  }
});

test('no payload runs, fetches, or becomes an element', async () => {
  const visits = pages.map(async (path) => {
    const { found, faults } = await open.visit(path, async (page) => ({ found: await code(page) }));
    return [...found, ...faults].map((fault) => `${path}: ${fault}`);
  });
  assert.deepEqual((await Promise.all(visits)).flat(), []);
});

test('a site with an address that runs something is not built', () => {
  for (const address of ADDRESSES) {
    assert.throws(() => builtOf(siteOfAddress(address)), /content\/a\.md:5:\d+: error\[(unsafe-url|invisible-character)\]/, address);
  }
});

test('a payload that does become code is found', async () => {
  const { found } = await open.visit('index.html', async (page) => {
    // A page of the site would let none of this in.
    await page.goto('about:blank');
    await page.setContent('<main><img src="data:," onerror="window.__run=1"><a href="javascript:x">x</a></main>');
    await page.waitForFunction(() => '__run' in window);
    return { found: await code(page) };
  });
  // The picture has a handler, and an address that is no address of a page.
  const picture = '<img src="data:," onerror="window.__run=1">';
  assert.deepEqual(found, ['a payload ran', picture, picture, '<a href="javascript:x">x</a>']);
});
