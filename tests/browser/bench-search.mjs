// How fast the search is on a slow phone: `npm run bench:search`, or with another number of pages `npm run bench:search -- 2000`.
//
// A site of 10,000 pages is built and served packed, as hosts do. In Chromium with a processor slowed down four times and a network
// as slow as bad 4G (150 ms, 1.6 Mbit/s) questions are typed letter by letter, each in a window without a cache. Printed are the
// medians of the time from the last key to the first find on the screen: with the files of the search yet to be fetched, and again
// once they are there; and the bytes that a question fetches. Nothing fails for being slow: figures depend on the machine.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { browser, builtOf } from './site.mjs';

const PAGES = Number(process.argv[2] ?? 10_000);
/** How many questions are asked in each way. */
const QUESTIONS = 7;
const SLOWER = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
/** Between two letters, in milliseconds: that of somebody who types with a thumb. */
const BETWEEN_KEYS = 120;
const GOAL = { milliseconds: 200, bytes: 150 * 1024 };
const SYLLABLES = ['ka', 'ra', 'şi', 'me', 'ni', 'la', 'tu', 'be', 'ço', 'da', 'yı', 'ze', 'ba', 'lı', 'so', 'hê', 'gü', 'ro', 'pi', 've', 'cu', 'na', 'dî', 'ma'];

/** The word with this number: the lower, the more often it stands in texts. */
function word(number) {
  let text = '';
  for (let rest = number; text === '' || rest > 0; rest = Math.floor(rest / SYLLABLES.length)) text += SYLLABLES[rest % SYLLABLES.length];
  return text;
}

/** Words as often as in a language: the frequency falls with the rank. The same seed gives the same text. */
function text(seed, count) {
  let state = BigInt(seed + 1) * 0x9e3779b97f4a7c15n;
  const chance = () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 40n) / 2 ** 24;
  };
  return Array.from({ length: count }, () => word(Math.floor(60_000 ** chance()))).join(' ');
}

const name = (number) => [1000 + ((number * 7) % 3000), 5000 + number].map((at) => word(at).replace(/^./, (letter) => letter.toUpperCase())).join(' ');

/** Half of the pages are people, half are narratives. */
function pages() {
  const page = (number) => {
    const [folder, key] = number % 2 ? ['people', 'name'] : ['dossiers', 'title'];
    return [`content/${folder}/p${number}.md`, `---\n${key}: ${name(number)}\n---\n\n${text(number, number % 2 ? 20 : 120)}\n`];
  };
  return Object.fromEntries(Array.from({ length: PAGES }, (_, number) => page(number)));
}

/** Serves `folder` packed. */
async function servePacked(folder) {
  const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript; charset=utf-8' };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    try {
      const bytes = gzipSync(readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path)));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { base: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** Notes when the last key was pressed and when what it asks for is on the screen. Runs in the page. */
function watchFinds(selector) {
  const mark = { key: 0, shown: 0 };
  window.mark = mark;
  addEventListener('keydown', (event) => Object.assign(mark, { key: event.timeStamp, shown: 0 }), { capture: true });
  new MutationObserver((changes) => {
    if (mark.shown || !changes.some(({ addedNodes }) => addedNodes.length > 0) || !document.querySelector(selector)) return;
    requestAnimationFrame(() => setTimeout(() => { mark.shown ||= performance.now(); }));
  }).observe(document.body, { childList: true, subtree: true });
}

/** The milliseconds from the last key to what came of it. */
async function waited(page) {
  await page.waitForFunction(() => window.mark.shown > 0, undefined, { timeout: 60_000 });
  return page.evaluate(() => window.mark.shown - window.mark.key);
}

/** As somebody types it whose keyboard has no other letters: each letter is a key, and the search knows what is meant. */
const typed = (question) => question.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').toLowerCase().slice(0, 24).trim();

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Types `question` on the page at `path` and measures it with the files yet to be fetched, and again with all of them there. */
async function ask(chromium, base, { path, input, finds }, question) {
  const context = await chromium.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const addresses = new Map();
  let bytes = 0;
  session.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (/\/search\/.*\.js$/.test(addresses.get(requestId) ?? '')) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(base + path, { waitUntil: 'load' });
  await page.evaluate(watchFinds, finds);
  await page.locator(input).pressSequentially(question, { delay: BETWEEN_KEYS });
  const first = await waited(page);
  const fetched = bytes;
  // The last letter goes and comes again: everything that it needs is there.
  const again = [];
  for (let time = 0; time < 3; time += 1) {
    await page.waitForTimeout(400);
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(400);
    await page.keyboard.press(question.at(-1));
    again.push(await waited(page));
  }
  await context.close();
  return { first, again: median(again), fetched };
}

const WAYS = [
  { name: 'names, in the form of every page', path: 'people/p1/', input: '#site-search', finds: '.offers > li', question: (at) => name(at * 2 + 1) },
  { name: 'the page for searching, by name', path: 'search/', input: '.ask input', finds: '.results > li', question: (at) => name(at * 2 + 1) },
  { name: 'the page for searching, by words', path: 'search/', input: '.ask input', finds: '.results > li', question: (at) => text(at * 2, 2) },
];

const start = performance.now();
const folder = builtOf({ 'dossier.toml': 'title = "Record"\n', ...pages() });
console.log(`${PAGES} pages built in ${Math.round((performance.now() - start) / 1000)} s`);
const server = await servePacked(folder);
const chromium = await browser();
console.log('| how | questions | files yet to be fetched | with the files there, goal 200 ms | fetched, goal 150 KB |\n|---|---|---|---|---|');
for (const way of WAYS) {
  const measured = [];
  for (let at = 0; at < QUESTIONS; at += 1) measured.push(await ask(chromium, server.base, way, typed(way.question(Math.floor((at * PAGES) / (2 * QUESTIONS + 2))))));
  const of = (key) => median(measured.map((one) => one[key]));
  const most = Math.max(...measured.map(({ fetched }) => fetched));
  const met = (is) => (is ? 'met' : 'not met');
  console.log(
    `| ${way.name} | ${measured.length} | ${of('first').toFixed(0)} ms | ${of('again').toFixed(0)} ms, ${met(of('again') <= GOAL.milliseconds)} | ` +
      `${(of('fetched') / 1024).toFixed(0)} KB, at most ${(most / 1024).toFixed(0)} KB, ${met(most <= GOAL.bytes)} |`,
  );
}
await chromium.close();
await server.close();
