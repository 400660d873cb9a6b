// Builds the sites that several files of tests look at, once for all of them: `npm test` runs this first.

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, builtShowcase, builtSite, root } from './site.mjs';

const folder = join(root, 'tests/browser/built');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(builtSite(), join(folder, 'sample'), { recursive: true });
cpSync(builtShowcase('en', 'broadsheet'), join(folder, 'showcase-broadsheet'), { recursive: true });
for (const language of LANGUAGES) cpSync(builtShowcase(language), join(folder, `showcase-${language}`), { recursive: true });
