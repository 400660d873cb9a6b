// What a reader has to load: bytes as they travel, packed, and how often the browser has to ask.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { browser, builtShowcase, builtSite, files, kinds, serve } from './site.mjs';

/** The most that may travel, in bytes of 1,024 to the kilobyte. */
const HTML = 30 * 1024;
const CSS = 8 * 1024;
const SCRIPTS = 12 * 1024;
const FIRST_VIEW = 50 * 1024;
const REQUESTS = 6;

const folders = [builtSite(), builtShowcase('en')];
let chromium;

before(async () => {
  chromium = await browser();
});

after(() => chromium?.close());

/** The size of a file as it travels. */
const packed = (folder, path) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;

/** The files of all sites with one of these endings, with their sizes. */
const sizes = (...endings) => folders.flatMap((folder) => files(folder)
  .filter((path) => endings.some((ending) => path.endsWith(ending)))
  .map((path) => ({ path, size: packed(folder, path) })));

test('no page has more than 30 KB', () => {
  assert.deepEqual(sizes('.html').filter(({ size }) => size > HTML), []);
});

test('the style sheets of a site have no more than 8 KB', () => {
  for (const folder of folders) {
    const all = files(folder).filter((path) => path.endsWith('.css')).map((path) => packed(folder, path));
    assert.ok(all.length > 0 && all.reduce((sum, size) => sum + size) <= CSS, `${all}`);
  }
});

test('a page loads at most 50 KB without its photographs, of them 12 KB of scripts, in at most 6 requests', async () => {
  const [, folder] = folders;
  const server = await serve(folder);
  const found = [];
  for (const { path } of kinds(folder)) {
    const page = await chromium.newPage({ viewport: { width: 1280, height: 800 } });
    const asked = [];
    page.on('request', (request) => asked.push({ type: request.resourceType(), path: new URL(request.url()).pathname.slice(1) }));
    await page.goto(server.base + path, { waitUntil: 'networkidle' });
    await page.close();
    const own = asked.filter((one) => one.path !== 'favicon.ico');
    const size = (types) => own
      .filter(({ type }) => types.includes(type))
      .reduce((sum, one) => sum + packed(folder, decodeURIComponent(one.path)), 0);
    const all = size(['document', 'stylesheet', 'script', 'fetch', 'xhr', 'font']);
    const scripts = size(['script']);
    if (all > FIRST_VIEW || scripts > SCRIPTS || own.length > REQUESTS) {
      found.push(`${path}: ${all} bytes, ${scripts} of scripts, ${own.length} requests: ${own.map((one) => one.path)}`);
    }
  }
  await server.close();
  assert.deepEqual(found, []);
});
