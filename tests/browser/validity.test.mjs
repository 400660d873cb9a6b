// Every page of the sample and of the invented case in four languages, read by a validator that is not ours.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { LANGUAGES, builtShowcase, builtSite, files } from './site.mjs';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Rules of style, on which HTML has no word.
    'doctype-style': ['error', { style: 'lowercase' }],
    // Titles are the authors' words, and those of hearings name their case.
    'long-title': 'off',
    // A table that is shown as blocks on a small screen is no table to screen readers without its roles.
    'no-redundant-role': 'off',
    // What scrolls sideways is a `div` with the role of a region: as a `section` it would be styled as a part of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});

const SITES = [['the sample', builtSite()], ...LANGUAGES.map((language) => [`the invented case in ${language}`, builtShowcase(language)])];

for (const [name, folder] of SITES) {
  test(`${name} is valid HTML`, async () => {
    const faults = [];
    for (const path of files(folder).filter((path) => path.endsWith('.html'))) {
      const { results } = await validator.validateString(readFileSync(join(folder, path), 'utf8'), path);
      for (const { messages } of results) {
        faults.push(...messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column}: ${ruleId}: ${message}`));
      }
    }
    assert.deepEqual(faults, []);
  });
}

test('the validator finds what is wrong', async () => {
  const page = '<!doctype html>\n<html lang="en"><head><title>x</title></head><body><p id="a"><div id="a"></div></p><img src="x"></body></html>';
  const { results } = await validator.validateString(page, 'index.html');
  const found = results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  for (const wanted of ['no-dup-id', 'wcag/h37', 'close-order']) assert.ok(found.includes(wanted), `${wanted} in ${found}`);
});
