// The preview in Chromium: what is wrong is drawn over the page as text, closes and comes back, and a reload keeps the reader's
// place. Runs `dossier serve` on a small site whose files are changed while it is looked at.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sidewaysScroll, violations } from './looks.mjs';
import { browser, program, watch } from './site.mjs';

const GOOD = {
  'dossier.toml': 'title = "Records"\n',
  'content/people/kurt.md': '---\nname: Kurt\n---\nFirst words.\n',
  'content/long.md': `---\ntitle: Long\n---\n\n## A part\n\n${'A paragraph of many words.\n\n'.repeat(200)}`,
  // The theme of the site has details to open, and keeps to the policy of the built-in one.
  'templates/page.html': `{% extends "builtin/page.html" %}
{% block main %}<details><summary>More</summary><p>Within.</p></details>
<details><summary>More</summary><p>Within too.</p></details>
{{ super() }}{% endblock main %}`,
};
const BAD = '---\nname: Kurt\n---\nSee [[<script>window.hit = 1</script><img src=x onerror="window.hit = 2">]].\n';

let chromium;

before(async () => { chromium = await browser(); });
after(async () => { await chromium?.close(); });

/** Runs the preview of `texts` while `act` looks at it. */
async function preview(texts, act, words = []) {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-serve-'));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(texts)) write(path, text);
  const child = spawn(program(), ['serve', '--root', folder, '--port', '0', '--quiet', ...words], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const base = await new Promise((resolve, reject) => {
      child.stdout.once('data', (line) => resolve(String(line).trim()));
      child.once('exit', (code) => reject(new Error(`the preview ended with ${code}`)));
    });
    await act({ base, folder, write });
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a page of the preview, and fails with what it did that it must not do. */
async function open(base, path, look, { width = 1280, colorScheme = 'light', bypassCSP = false } = {}) {
  const context = await chromium.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP, permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    // Chromium asks for it by itself.
    await context.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    // A page that is shown again gives up what it listened to.
    const faults = watch(page, base, { goesOn: true });
    await page.goto(base + path, { waitUntil: 'load' });
    await look(page);
    // A site that was never built answers with 503.
    assert.deepEqual(faults.filter((fault) => !fault.startsWith('503') && !fault.includes('503 (Service Unavailable)')), [], path);
  } finally {
    await context.close();
  }
}

const dialog = (page) => page.getByRole('dialog');

describe('what is wrong', () => {
  test('is drawn over the last good page as text, and is gone with the errors', async () => {
    await preview(GOOD, async ({ base, write }) => {
      await open(base, 'people/kurt/', async (page) => {
        await page.locator('.skip').focus();
        write('content/people/kurt.md', BAD);
        await dialog(page).waitFor();
        assert.equal(await dialog(page).getAttribute('aria-labelledby'), 'heading');
        assert.equal(await dialog(page).getByRole('heading').textContent(), 'The site has 1 error');
        assert.equal(await dialog(page).locator('li .place').first().textContent(), 'content/people/kurt.md:4:7 Copy');
        assert.equal(await dialog(page).locator('li .code').textContent(), 'unknown-name');
        const marked = await dialog(page).locator('li mark').first().textContent();
        assert.match(marked, /<script>window\.hit = 1<\/script>/);
        assert.equal(await dialog(page).locator('script, img').count(), 0);
        assert.equal(await page.evaluate(() => window.hit), undefined);
        assert.ok(await page.getByText('First words.').isVisible(), 'the last good page is behind it');
        const focused = () => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent ?? document.activeElement.className);
        assert.equal(await focused(), 'Close (Esc)');

        await page.keyboard.press('Escape');
        await dialog(page).waitFor({ state: 'detached' });
        assert.equal(await focused(), 'skip', 'the focus is where it was');

        // The same error in another line is none that is new; another one is.
        write('content/people/kurt.md', BAD.replace('See', 'More words.\n\nSee'));
        const corner = page.getByRole('button', { name: 'Show 1 error' });
        await corner.waitFor();
        await page.waitForTimeout(500);
        assert.equal(await dialog(page).count(), 0);
        await corner.click();
        await dialog(page).getByText('content/people/kurt.md:6:7').waitFor();
        await dialog(page).getByRole('button', { name: 'Close (Esc)' }).click();
        await dialog(page).waitFor({ state: 'detached' });
        write('content/people/kurt.md', BAD.replace('<script>', 'Another <script>'));
        await dialog(page).waitFor();

        // Repaired as it was, the page stays where it is.
        write('content/people/kurt.md', GOOD['content/people/kurt.md']);
        await dialog(page).waitFor({ state: 'detached' });
        await page.getByRole('button', { name: /^Show/ }).waitFor({ state: 'detached' });
      });
    });
  });

  test('can be read and used by everybody, on narrow screens and in both colour schemes', async () => {
    await preview(GOOD, async ({ base, write }) => {
      for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
        write('content/people/kurt.md', GOOD['content/people/kurt.md']);
        // What looks at the page sets styles on it, which the policy of the page forbids.
        await open(base, 'people/kurt/', async (page) => {
          write('content/people/kurt.md', BAD);
          await dialog(page).waitFor();
          assert.deepEqual(await violations(page), [], `${width} ${colorScheme}`);
          assert.deepEqual(await sidewaysScroll(page), []);
          const [inner, outer] = await dialog(page).evaluate((list) => [list.scrollWidth, list.clientWidth]);
          assert.ok(inner <= outer, `${inner} in ${outer}`);
        }, { width, colorScheme, bypassCSP: true });
      }
    });
  });

  test('stays closed on other pages while it is the same', async () => {
    await preview(GOOD, async ({ base, write }) => {
      await open(base, 'people/kurt/', async (page) => {
        write('content/people/kurt.md', BAD);
        await dialog(page).waitFor();
        await page.keyboard.press('Escape');
        await page.goto(`${base}long/`);
        await page.getByRole('button', { name: 'Show 1 error' }).waitFor();
        assert.equal(await dialog(page).count(), 0);
      });
    });
  });

  test('can be opened in an editor or copied', async () => {
    const other = { ...GOOD, 'dossier.toml': 'title = "Records"\n[serve]\neditor = "vscode"\n', 'content/people/kurt.md': BAD };
    await preview(other, async ({ base, folder }) => {
      await open(base, '', async (page) => {
        const link = page.getByRole('link', { name: 'content/people/kurt.md:4:7' });
        assert.equal(await link.getAttribute('href'), `vscode://file${folder}/content/people/kurt.md:4:7`);
      });
    });
    await preview(GOOD, async ({ base, folder, write }) => {
      await open(base, '', async (page) => {
        write('content/people/kurt.md', BAD);
        await dialog(page).getByRole('button', { name: 'Copy content/people/kurt.md:4:7' }).click();
        await dialog(page).getByText('Copied').waitFor();
        assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'content/people/kurt.md:4:7');
        assert.ok(!(await dialog(page).textContent()).includes(folder), 'the path on the disk is not told');
      });
    });
  });

  test('is not drawn all at once', async () => {
    await preview(GOOD, async ({ base, write }) => {
      await open(base, '', async (page) => {
        write('content/people/kurt.md', `---\nname: Kurt\n---\n${Array.from({ length: 120 }, (_, n) => `See [[Nobody ${n}]].\n`).join('\n')}`);
        await dialog(page).waitFor();
        assert.equal(await dialog(page).locator('li').count(), 50);
        await dialog(page).getByRole('button', { name: 'Show all 120' }).click();
        assert.equal(await dialog(page).locator('li').count(), 120);
      });
    });
  });

  test('of little weight is a number in the corner', async () => {
    await preview(GOOD, async ({ base, write }) => {
      await open(base, 'people/kurt/', async (page) => {
        write('content/people/kurt.md', '---\nname: Kurt\n---\nFirst <b>words</b>.\n');
        const corner = page.getByRole('button', { name: /^Show \d+ warnings?$/ });
        await corner.waitFor();
        assert.equal(await dialog(page).count(), 0);
        await corner.click();
        await dialog(page).getByText('raw-html').first().waitFor();
        await page.keyboard.press('Escape');
        await dialog(page).waitFor({ state: 'detached' });
      });
    });
  });

  test('stands on a page of its own where no site was ever built', async () => {
    await preview({ ...GOOD, 'content/people/kurt.md': BAD }, async ({ base, write }) => {
      await open(base, 'people/kurt/', async (page) => {
        await page.getByRole('heading', { name: 'The site has errors' }).waitFor();
        assert.equal(await page.locator('li').count(), 1);
        assert.equal(await page.evaluate(() => window.hit), undefined);
        assert.equal(await dialog(page).count(), 0);
        assert.deepEqual(await violations(page), []);
        write('content/people/kurt.md', GOOD['content/people/kurt.md']);
        await page.getByText('First words.').waitFor();
      });
    });
  });
});

describe('an edit', () => {
  test('is on the screen by itself, with the scrolling and the open details as they were', async () => {
    await preview(GOOD, async ({ base, write }) => {
      await open(base, 'long/', async (page) => {
        await page.locator('details').nth(1).locator('summary').click();
        await page.evaluate(() => scrollTo(0, 1500));
        const before = await page.evaluate(() => scrollY);
        assert.equal(before, 1500);
        write('content/long.md', GOOD['content/long.md'].replace('title: Long', 'title: Longer'));
        await page.getByRole('heading', { name: 'Longer' }).waitFor({ state: 'attached' });
        await page.waitForFunction((y) => scrollY === y, before);
        assert.deepEqual(await page.locator('main details').evaluateAll((all) => all.slice(0, 2).map((details) => details.open)), [false, true]);
      });
    });
  });
});
