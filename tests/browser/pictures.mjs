// Pictures for the documentation: `node pictures.mjs` writes docs/pictures/, four of the sample for the README, each kind of
// page of the invented case, wide in the light and narrow in the dark, and some in the second theme.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browser, builtShowcase, builtSite, kinds, root, serve, watch } from './site.mjs';

const OF_SAMPLE = [
  { name: 'person', path: 'people/muhammed-kasim-kurt/', width: 1280, colorScheme: 'light' },
  { name: 'hearing', path: 'hearings/ankara-12/', width: 1280, colorScheme: 'light' },
  { name: 'hearing-dark', path: 'hearings/ankara-12/', width: 1280, colorScheme: 'dark' },
  { name: 'person-narrow', path: 'people/muhammed-kasim-kurt/', width: 320, colorScheme: 'light' },
];

/** The second theme, on pages of the invented case. */
const OF_BROADSHEET = [
  { name: 'broadsheet-home', path: '', width: 1280, colorScheme: 'light' },
  { name: 'broadsheet-dossier', path: 'dossiers/the-night-at-the-quay/', width: 1280, colorScheme: 'light' },
  { name: 'broadsheet-hearing-narrow', path: 'hearings/second/', width: 320, colorScheme: 'dark' },
];

/** `people/*` becomes `people-one`, `people/index.html` becomes `people`. */
function nameOf(kind) {
  const name = kind.replace(/\/?index\.html$/, '').replace(/\.html$/, '').replaceAll('/*', '-one').replaceAll('/', '-');
  return name || 'home';
}

const folder = join(root, 'docs/pictures');
mkdirSync(join(folder, 'kinds'), { recursive: true });
const chromium = await browser();

/** Takes the pictures of one site. */
async function take(site, pictures, options) {
  const server = await serve(site);
  for (const { name, path, width, colorScheme } of pictures) {
    const page = await chromium.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', ...options });
    const faults = watch(page, server.base);
    await page.goto(server.base + path, { waitUntil: 'load' });
    if (faults.length > 0) throw new Error(`${path}: ${faults.join('; ')}`);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    console.log(`docs/pictures/${name}.png`);
  }
  await server.close();
}

const showcase = builtShowcase('en');
// The page for addresses that do not exist links from the root of its host, and is whole there alone.
const shown = kinds(showcase).filter(({ kind }) => kind !== '404.html');
const ofKinds = shown.flatMap(({ kind, path }) => [
  { name: `kinds/${nameOf(kind)}`, path, width: 1280, colorScheme: 'light' },
  { name: `kinds/${nameOf(kind)}-narrow`, path, width: 320, colorScheme: 'dark' },
]);
try {
  await take(builtSite(), OF_SAMPLE);
  await take(showcase, ofKinds, { deviceScaleFactor: 0.5 });
  await take(builtShowcase('en', 'broadsheet'), OF_BROADSHEET, { deviceScaleFactor: 0.5 });
} finally {
  await chromium.close();
}
const rows = shown.map(({ kind }) => {
  const name = nameOf(kind);
  return `| ${name} | ![${name}, wide](kinds/${name}.png) | ![${name}, narrow, in the dark](kinds/${name}-narrow.png) |`;
});
writeFileSync(join(folder, 'README.md'), `# Each kind of page

An invented case in the built-in theme, wide in the light and narrow in the dark. \`npm --prefix tests/browser run pictures\` takes these pictures anew.

| page | wide | narrow |
|---|---|---|
${rows.join('\n')}

The same case in the second theme, a newspaper:

| front page | a dossier | a hearing, narrow, in the dark |
|---|---|---|
| ![front page](broadsheet-home.png) | ![a dossier](broadsheet-dossier.png) | ![a hearing](broadsheet-hearing-narrow.png) |
`);
