// Pictures of the sample for the documentation: `node pictures.mjs` writes docs/pictures/.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { browser, builtSite, root, serve, watch } from './site.mjs';

const PICTURES = [
  { name: 'person', path: 'people/muhammed-kasim-kurt/', width: 1280, colorScheme: 'light' },
  { name: 'hearing', path: 'hearings/ankara-12/', width: 1280, colorScheme: 'light' },
  { name: 'hearing-dark', path: 'hearings/ankara-12/', width: 1280, colorScheme: 'dark' },
  { name: 'person-narrow', path: 'people/muhammed-kasim-kurt/', width: 320, colorScheme: 'light' },
];

const folder = join(root, 'docs/pictures');
mkdirSync(folder, { recursive: true });
const chromium = await browser();
const server = await serve(builtSite());
try {
  for (const { name, path, width, colorScheme } of PICTURES) {
    const page = await chromium.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    const faults = watch(page, server.base);
    await page.goto(server.base + path, { waitUntil: 'load' });
    if (faults.length > 0) throw new Error(`${path}: ${faults.join('; ')}`);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    console.log(`docs/pictures/${name}.png`);
  }
} finally {
  await chromium.close();
  await server.close();
}
