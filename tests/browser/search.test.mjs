// The search in Chromium: every spelling finds its page, names come first, finds can be narrowed, and nothing is said without who
// said it. Below a prefix, from a folder on a disk, by keyboard, and without scripts.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { coloured, sidewaysScroll, violations } from './looks.mjs';
import { browser, builtOf, builtSite, root, serve, watch } from './site.mjs';

const folder = builtSite();
const fileBase = pathToFileURL(`${folder}/`).href;
let chromium;
let server;

before(async () => {
  chromium = await browser();
  server = await serve(folder, '/below/a/prefix/');
});

after(async () => {
  await chromium?.close();
  await server?.close();
});

/** Opens `path` in a window of its own and looks at it; fails with all that the page did that it must not do. */
async function open(path, look, { base = server.base, width = 1280, goesOn = false, javaScriptEnabled = true } = {}) {
  const context = await chromium.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
  try {
    const page = await context.newPage();
    const faults = watch(page, base, { goesOn });
    await page.goto(base + path, { waitUntil: 'load' });
    await look(page);
    assert.deepEqual(faults, [], path);
  } finally {
    await context.close();
  }
}

/** Waits for the finds and gives them: label, title, excerpt, address below the site. */
async function finds(page, base = server.base) {
  await page.waitForFunction(() => document.querySelector('.results > li') && !document.querySelector('.results[aria-busy]'));
  const rows = await page.evaluate(() =>
    [...document.querySelectorAll('.results > li')].map((row) => ({
      label: row.querySelector('.aside').textContent,
      title: row.querySelector('a').textContent,
      href: row.querySelector('a').href,
      excerpt: row.querySelector('.excerpt')?.textContent ?? '',
      marks: [...row.querySelectorAll('mark')].map((mark) => mark.textContent),
    })),
  );
  return rows.map((row) => ({ ...row, path: row.href.slice(base.length) }));
}

/** The pairs of a table: as written on a page, and a question that must find it. */
function pairs(name) {
  const lines = readFileSync(join(root, 'tests/fixtures', name), 'utf8').split('\n');
  return lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
}

const PAIRS = [...pairs('fold.tsv'), ...pairs('fold-pairs.tsv')];

describe('spellings', () => {
  test('meet under one key in the script as they do in the program', () => {
    const parts = ['fold.js', 'words.js'].map((name) => readFileSync(join(root, 'themes/default/js', name), 'utf8'));
    const fold = vm.runInNewContext(`${parts.join('\n')};fold`, { TextEncoder });
    const apart = PAIRS.filter(([written, question]) => !fold(question) || !fold(written).includes(fold(question)));
    assert.deepEqual(apart, []);
    assert.ok(PAIRS.length >= 49 + 500);
  });

  test('each finds the page on which the other is written', async () => {
    // What cannot be seen is refused in a text, so no page can have it.
    const seen = PAIRS.filter(([written]) => !/[\u200b\u2060]/.test(written));
    const files = seen.map(([written], number) => [`content/p${number}.md`, `---\ntitle: Page ${number}\n---\n\n${written}\n`]);
    const site = await serve(builtOf({ 'dossier.toml': 'title = "Spellings"\n', ...Object.fromEntries(files) }));
    try {
      await open('search/', async (page) => {
        const missed = await page.evaluate(findAll, seen.map(([, question]) => question));
        assert.deepEqual(missed.map((number) => seen[number]), []);
      }, { base: site.base });
    } finally {
      await site.close();
    }
  });
});

/** Asks each question on the page and gives the numbers of those that did not find the page of their number. */
async function findAll(questions) {
  const form = document.querySelector('.ask');
  const list = document.querySelector('.results');
  const more = document.querySelector('.more');
  const settled = async () => {
    do await new Promise((resolve) => setTimeout(resolve, 1));
    while (list.hasAttribute('aria-busy'));
  };
  const missed = [];
  for (const [number, question] of questions.entries()) {
    form.elements.q.value = question;
    form.requestSubmit();
    await settled();
    for (let shown = -1; !more.hidden && shown !== list.children.length; ) {
      shown = list.children.length;
      more.click();
      for (let wait = 0; wait < 100 && list.children.length === shown; wait += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const found = [...list.querySelectorAll('a')].map((link) => new URL(link.href).pathname);
    if (!found.includes(`/p${number}/index.html`)) missed.push(number);
  }
  return missed;
}

describe('finds', () => {
  test('are people first whose name it is, with the words marked', () =>
    open('search/?q=IL%CC%87HAMI%20bal', async (page) => {
      const [first] = await finds(page);
      assert.deepEqual([first.title, first.path, first.marks], ['İlhami Balı', 'people/ilhami-bali/index.html', ['İlhami', 'Balı']]);
      assert.match(await page.locator('[role=status]').textContent(), /^\d+ results$/);
    }));

  test('have all words of the question, the last of them as a beginning', () =>
    open('search/?q=gaziantep%20serg', async (page) => {
      const found = await finds(page);
      assert.ok(found.some(({ path }) => path === 'people/sergeant-1/index.html'));
      assert.ok(!found.some(({ path }) => path === 'people/sergeant-2/index.html'));
    }));

  test('are the same for a name with a Turkish ending', () =>
    open("search/?q=Kurt’un", async (page) => {
      assert.equal((await finds(page))[0].title, 'Muhammed Kasım Kurt');
    }));

  test('that are statements say who said it, with what standing, before they say what', () =>
    open('search/?q=sergeant&kind=statement', async (page) => {
      const found = await finds(page);
      assert.ok(found.length > 3);
      for (const { label, excerpt, path } of found) {
        assert.match(label, /^Statement · (Reported|Alleged, unproven|Established|Retracted)/);
        assert.match(excerpt, /^[^(]+ \((testimony|submission|ruling|act|document|background), [^)]*(reported|alleged|established|retracted)[^)]*\): /);
        assert.match(path, /^hearings\/ankara-12\/index\.html#s\d+$/);
      }
    }));

  test('lead to places that are there', () =>
    open('search/?q=sergeant&kind=statement', async (page) => {
      await finds(page);
      await page.locator('.results a').first().click();
      await page.waitForURL(/hearings/);
      assert.equal(await page.locator(':target').count(), 1);
    }));

  test('of people who are not named show the label alone', () =>
    open('search/?q=sergeant&kind=person', async (page) => {
      const found = await finds(page);
      assert.deepEqual(found.map(({ title, excerpt }) => [title, excerpt]), [['a sergeant from Gaziantep', ''], ['a second sergeant', '']]);
    }));

  test('are told when there are none, in the words of the question', () =>
    open('search/?q=%3Cimg%20src=x%20onerror=alert(1)%3Exyzzy', async (page) => {
      await page.waitForFunction(() => document.querySelector('[role=status]').textContent.includes('xyzzy'));
      assert.equal(await page.locator('[role=status] *').count(), 0);
    }));

  test('beyond the first ten are shown on demand, and the focus goes there', () =>
    open('search/?q=sergeant', async (page) => {
      assert.equal((await finds(page)).length, 10);
      await page.getByRole('button', { name: 'More results' }).click();
      await page.waitForFunction(() => document.querySelectorAll('.results > li').length > 10);
      assert.ok(await page.evaluate(() => document.activeElement.closest('li') === document.querySelectorAll('.results > li')[10]));
      assert.equal(await page.locator('.more').isVisible(), false);
    }));
});

describe('what narrows', () => {
  test('stands in the address, counts what it leads to, and is undone by going back', () =>
    open('search/?q=kurt', async (page) => {
      const all = await page.locator('[role=status]').filter({ hasText: 'results' }).textContent();
      const box = page.getByRole('checkbox', { name: /^Statement/ });
      const count = Number((await page.locator('label', { has: box }).locator('small').textContent()).trim());
      await box.check();
      await page.waitForURL(/\?q=kurt&kind=statement$/);
      await page.waitForFunction((text) => document.querySelector('[role=status]').textContent !== text, all);
      assert.equal(await page.locator('[role=status]').textContent(), `${count} results`);
      assert.ok((await finds(page)).every(({ label }) => label.startsWith('Statement')));
      assert.equal(await page.evaluate(() => document.activeElement.value), 'statement');
      await page.goBack();
      await page.waitForFunction((text) => document.querySelector('[role=status]').textContent === text, all);
      assert.equal(await page.getByRole('checkbox', { name: /^Statement/ }).isChecked(), false);
    }));

  test('is kind, case, role, year, language and standing, where there is a choice', () =>
    open('search/?q=a', async (page) => {
      await finds(page);
      const names = await page.locator('legend').allTextContents();
      assert.deepEqual(names, ['Kind', 'Role', 'Year', 'Standing of statements']);
    }));

  test('what is typed changes the finds, and going back leads to the question before', () =>
    open('search/?q=kurt', async (page) => {
      await finds(page);
      await page.locator('#ask').fill('gaziantep');
      await page.waitForURL(/\?q=gaziantep$/);
      assert.equal((await finds(page))[0].title, 'Gaziantep');
      await page.goBack();
      await page.waitForURL(/\?q=kurt$/);
      assert.equal(await page.locator('#ask').inputValue(), 'kurt');
      assert.equal((await finds(page))[0].title, 'Muhammed Kasım Kurt');
    }));
});

describe('the jump to names', () => {
  for (const [where, base] of [['below a prefix', () => server.base], ['in a folder without a server', () => fileBase]]) {
    test(`leads to people, hearings and aliases, ${where}`, async () => {
      for (const [typed, path] of [
        ['ilhami', 'people/ilhami-bali/'],
        ['BALI', 'people/ilhami-bali/'],
        ['Kurt’un', 'people/muhammed-kasim-kurt/'],
        ['12th', 'hearings/ankara-12/'],
        ['ışid', 'organisations/isis/'],
      ]) {
        await open('hearings/ankara-12/index.html', async (page) => {
          await page.locator('#site-search').pressSequentially(typed);
          await page.getByRole('option').first().waitFor();
          await page.keyboard.press('ArrowDown');
          await page.keyboard.press('Enter');
          await page.waitForURL(`${base()}${path}index.html`);
        }, { base: base() });
      }
    });

    test(`and the whole search work ${where}`, () =>
      open('search/index.html?q=kurt', async (page) => {
        assert.equal((await finds(page, base()))[0].path, 'people/muhammed-kasim-kurt/index.html');
        await page.getByRole('checkbox', { name: /^Statement/ }).check();
        await page.waitForURL(/kind=statement/);
      }, { base: base() }));
  }

  test('is a combobox that keys and pointers work', () =>
    open('', async (page) => {
      const field = page.getByRole('combobox', { name: 'Search this site' });
      assert.equal(await page.locator('.offers').isVisible(), false);
      await field.pressSequentially('se');
      const options = page.getByRole('option');
      await options.first().waitFor();
      assert.equal(await field.getAttribute('aria-expanded'), 'true');
      assert.equal(await field.getAttribute('aria-activedescendant'), null);
      const active = () => page.evaluate(() => document.querySelector('[aria-selected=true]')?.id ?? null);
      await page.keyboard.press('ArrowDown');
      assert.equal(await active(), await field.getAttribute('aria-activedescendant'));
      await page.keyboard.press('ArrowUp');
      assert.equal(await active(), null);
      await page.keyboard.press('ArrowUp');
      assert.equal(await active(), await options.last().getAttribute('id'));
      await page.keyboard.press('Escape');
      assert.equal(await options.count(), 0);
      assert.equal(await field.inputValue(), 'se');
      await page.keyboard.press('ArrowDown');
      await options.first().waitFor();
      assert.match(await options.first().textContent(), /Person$/);
      await options.first().click();
      await page.waitForURL(/\/people\/[a-z0-9-]+\/index\.html$/);
    }));

  test('without a choice, the question goes to the page for searching', () =>
    open('people/', async (page) => {
      await page.locator('#site-search').fill('kurt');
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\/index\.html\?q=kurt$/);
      assert.equal((await finds(page))[0].title, 'Muhammed Kasım Kurt');
      // The names that the field was asking for are given up as the reader goes on.
    }, { goesOn: true }));
});

describe('without scripts', () => {
  test('the form leads to a page with all lists', () =>
    open('people/', async (page) => {
      await page.locator('#site-search').fill('kurt');
      await page.locator('.find button').click();
      await page.waitForURL(/search\/index\.html\?q=kurt$/);
      const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      for (const wanted of [/people\/index\.html#letter-1$/, /hearings\/index\.html#/, /cases\/ankara-massacre\//, /index\/index\.html$/, /sources\/index\.html$/]) {
        assert.ok(links.some((link) => wanted.test(link)), `${wanted} in ${links.join(' ')}`);
      }
      await page.getByRole('link', { name: 'All pages in one list' }).click();
      assert.ok((await page.locator('main li').count()) > 20);
    }, { javaScriptEnabled: false }));
});

/** Faults in the light and in the dark. */
async function inAllColours(page) {
  const faults = [...(await sidewaysScroll(page)), ...(await violations(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await coloured(page)));
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

describe('for everybody', () => {
  for (const width of [320, 1280]) {
    test(`finds and offers at ${width}`, async () => {
      await open('search/?q=sergeant&kind=statement', async (page) => {
        await finds(page);
        await page.locator('.narrow').evaluate((details) => (details.open = true));
        assert.deepEqual(await inAllColours(page), []);
      }, { width });
      await open('people/ilhami-bali/', async (page) => {
        await page.locator('#site-search').pressSequentially('s');
        await page.getByRole('option').first().waitFor();
        await page.keyboard.press('ArrowDown');
        assert.deepEqual(await inAllColours(page), []);
      }, { width });
    });
  }

  test('from right to left too, with nothing cut off', async () => {
    const files = {
      'dossier.toml': 'title = "السجل"\nlanguage = "ar"\n',
      'content/people/azad.md': '---\nname: آزاد کوردی\naliases: ["Azad Kurdî"]\n---\n\nشاهد في القضية.\n',
      'content/hearings/one.md': '---\ntitle: الجلسة الأولى\ndate: 2021-02-03\n---\n',
    };
    const site = await serve(builtOf(files));
    try {
      for (const width of [320, 1280]) {
        await open('search/?q=كوردي', async (page) => {
          assert.equal((await finds(page, site.base))[0].title, 'آزاد کوردی');
          assert.deepEqual(await inAllColours(page), []);
        }, { base: site.base, width });
        await open('people/', async (page) => {
          await page.locator('#site-search').pressSequentially('kurdi');
          await page.getByRole('option').first().waitFor();
          assert.deepEqual(await inAllColours(page), []);
        }, { base: site.base, width });
      }
    } finally {
      await site.close();
    }
  });

  test('the script is small', () => {
    const size = gzipSync(readFileSync(join(folder, 'assets/dossier.js'))).length;
    assert.ok(size <= 12 * 1024, `${size} bytes`);
  });
});
