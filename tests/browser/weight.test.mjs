// What a reader has to load, file by file: bytes as they travel, packed. What a first view loads is counted in `pages.test.mjs`; large
// sites are weighed in `tests/overviews.rs`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { LANGUAGES, builtShowcase, builtSite, files } from './site.mjs';

/** The most that may travel, in bytes of 1,024 to the kilobyte. */
const HTML = 30 * 1024;
const CSS = 8 * 1024;
const SCRIPTS = 12 * 1024;

const folders = [builtSite(), ...LANGUAGES.map((language) => builtShowcase(language)), builtShowcase('en', 'broadsheet')];

/** The sizes of the files of a site with this ending, as they travel. */
const sizes = (folder, ending) => files(folder)
  .filter((path) => path.endsWith(ending))
  .map((path) => ({ path, size: gzipSync(readFileSync(join(folder, path)), { level: 9 }).length }));

test('no page has more than 30 KB', () => {
  for (const folder of folders) assert.deepEqual(sizes(folder, '.html').filter(({ size }) => size > HTML), []);
});

for (const [name, ending, most] of [['style sheets', '.css', CSS], ['scripts in the pages', 'assets/dossier.js', SCRIPTS]]) {
  test(`the ${name} of a site have no more than ${most / 1024} KB`, () => {
    for (const folder of folders) {
      const all = sizes(folder, ending);
      assert.ok(all.length > 0 && all.reduce((sum, { size }) => sum + size, 0) <= most, JSON.stringify(all));
    }
  });
}
