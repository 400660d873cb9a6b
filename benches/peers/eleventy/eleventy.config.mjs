// The corpus as a site of Eleventy. What names what is worked out once, from the lists in the front matter of the dossiers.
import footnotes from 'markdown-it-footnote';

const KINDS = ['dossiers', 'cases', 'hearings', 'people', 'organisations', 'places', 'sources'];

export default function (config) {
  config.amendLibrary('md', (md) => md.use(footnotes));
  config.addPassthroughCopy({ 'style.css': 'style.css' });
  config.addGlobalData('kinds', KINDS);
  config.addGlobalData('site', { title: 'Corpus', base: 'https://corpus.example' });

  // Titles by address, and for each address the dossiers that name it, newest first.
  config.addCollection('known', (api) => {
    const titles = {};
    const naming = {};
    for (const item of api.getAll()) if (item.data.kind) titles[item.url] = item.data.title;
    const newest = api.getFilteredByTag('dossiers').sort((a, b) => (a.data.day < b.data.day ? 1 : -1));
    for (const { url, data } of newest) {
      const row = { url, title: data.title, day: data.day, summary: data.summary };
      for (const name of data.names) (naming[name] ??= []).push(row);
    }
    return { titles, naming };
  });
  config.addCollection('newest', (api) =>
    api.getFilteredByTag('dossiers').sort((a, b) => (a.data.day < b.data.day ? 1 : -1)).slice(0, 20));

  // An index of each kind, over as many pages as it takes.
  for (const kind of KINDS) {
    config.addTemplate(`index-${kind}.njk`, '{% include "index.njk" %}', {
      layout: 'base.njk',
      title: kind,
      eleventyExcludeFromCollections: true,
      pagination: { data: `collections.${kind}`, size: 100, alias: 'rows' },
      permalink: `/${kind}/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html`,
    });
  }
  return { markdownTemplateEngine: false, htmlTemplateEngine: 'njk', dir: { includes: '../_includes' } };
}
