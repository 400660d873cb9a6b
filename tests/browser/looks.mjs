// What a page must not do to those who read it: each function gives the faults it finds, short enough to read.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
/** The rules of WCAG 2.2 AA, and what its makers think good besides. */
const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/**
 * The rules on colours. In the dark and with forced colours no element comes, goes or moves, so a page that has passed all rules at
 * a width needs only these with other colours.
 */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/**
 * The rules that measure. All others ask for elements, their names and their order, which widths change alike in all languages: the
 * words of a language change how long lines are, and so what is near, and what scrolls.
 */
const MEASURING_RULES = [...COLOUR_RULES, 'target-size', 'scrollable-region-focusable'];

/** What axe finds. It runs in the page itself, which has no frames: going through a second tab takes three times as long. */
export function violations(page) {
  return axe(page, { type: 'tag', values: ALL_RULES });
}

/** What axe finds of what can change with the colours alone. */
export function coloured(page) {
  return axe(page, { type: 'rule', values: COLOUR_RULES });
}

/** What axe finds of what can change with the width, in another language than that in which all rules were tried at that width. */
export function measured(page) {
  return axe(page, { type: 'rule', values: MEASURING_RULES });
}

async function axe(page, runOnly) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    if (document.querySelector('iframe, frame, object, embed')) return ['axe does not look into frames'];
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, runOnly);
}

/** The page is wider than the screen. */
export async function sidewaysScroll(page) {
  const [scroll, client] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  return scroll <= client ? [] : [`${scroll} pixels wide on a screen of ${client}`];
}

/** Text that its box cuts off, but for boxes that scroll. */
function clipped(page) {
  return page.evaluate(() => {
    const cuts = (element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isWide = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      const isHigh = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
      return (isWide || isHigh) && element.clientHeight > 1;
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.textContent.trim() && cuts(element))
      .map((element) => `cut off: ${element.textContent.trim().slice(0, 60)}`);
  });
}

/**
 * Links and controls that a finger misses: under 24 by 24 pixels (WCAG 2.2, 2.5.8), but for links in a sentence and those with
 * room around them, so that a circle of 24 pixels on each meets no other.
 */
export function smallTargets(page) {
  return page.evaluate(() => {
    const targets = [...document.querySelectorAll('a[href], button, summary, input, select')]
      .filter((element) => element.checkVisibility({ checkVisibilityCSS: true }) && !element.matches('.skip'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const isInSentence = (element) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      const block = element.closest('p, li, dd, td, th, h1, h2, h3, h4, figcaption, blockquote, div');
      return block && block.textContent.trim().length > element.textContent.trim().length;
    };
    const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    const isNear = (a, b) => {
      const [x, y] = middle(a);
      const dx = Math.max(b.left - x, 0, x - b.right);
      const dy = Math.max(b.top - y, 0, y - b.bottom);
      return Math.hypot(dx, dy) < 12;
    };
    return targets
      .filter(({ element, box }) => (box.width < 24 || box.height < 24) && !isInSentence(element))
      .filter(({ element, box }) => targets.some((other) => other.element !== element && !element.contains(other.element) && isNear(box, other.box)))
      .map(({ element, box }) => `${Math.round(box.width)} by ${Math.round(box.height)}: ${element.outerHTML.slice(0, 90)}`);
  });
}

/** The walk with the tab key: every stop follows the source, can be seen, shows that it has the focus, and lies under nothing. */
export async function unfocused(page) {
  const expected = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, [tabindex="0"]')];
    const reachable = all.filter((element) => element.checkVisibility({ checkVisibilityCSS: true }) && !element.disabled);
    const order = new Map(reachable.map((element, index) => [element, index]));
    window.stops = [];
    // When the key is let go the page has scrolled to where the focus is.
    addEventListener('keyup', () => {
      const element = document.activeElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const there = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
      const isFree = there !== null && (element.contains(there) || there.contains(element));
      window.stops.push({ stop: order.get(element), isMarked, isFree, html: element.outerHTML.slice(0, 90) });
    }, { capture: true });
    return reachable.length;
  });
  for (let stop = 0; stop < expected; stop += 1) await page.keyboard.press('Tab');
  const stops = await page.evaluate(() => window.stops);
  const faults = stops.length === expected ? [] : [`${stops.length} stops of ${expected}`];
  stops.forEach(({ stop, isMarked, isFree, html }, at) => {
    if (stop !== at) faults.push(`stop ${at} is ${stop}: ${html}`);
    if (!isMarked) faults.push(`no mark of the focus: ${html}`);
    if (!isFree) faults.push(`out of sight: ${html}`);
  });
  return faults.slice(0, 6);
}

/** The spacing that WCAG 2.2, 1.4.12 lets readers set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }`;

/** Faults with wider spacing. The page lets no style in but its own, so the sheet is made by a script, as by a reader's extension. */
export async function spaced(page) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  const isSpaced = await page.evaluate(() => parseFloat(getComputedStyle(document.body).letterSpacing) > 1);
  const faults = [...(isSpaced ? [] : ['no wider spacing']), ...(await sidewaysScroll(page)), ...(await clipped(page))];
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return faults;
}

/** Faults on paper: what is not there, and what a PDF lacks that a screen reader needs. */
export async function printed(page) {
  await page.emulateMedia({ media: 'print' });
  const paper = (await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })).toString('latin1');
  const wanted = { 'tags': '/StructTreeRoot', 'a language': '/Lang', 'an outline': '/Outlines' };
  const missing = Object.entries(wanted).filter(([, mark]) => !paper.includes(mark));
  const faults = [...(await hidden(page)), ...missing.map(([name]) => `printed without ${name}`)];
  await page.emulateMedia({ media: null });
  return faults;
}

/** The page does not say its language, or runs in the wrong direction. */
export async function tongue(page) {
  const [lang, dir] = await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction]);
  const wanted = ['ar', 'ckb', 'fa', 'he'].includes(lang) ? 'rtl' : 'ltr';
  return lang && dir === wanted ? [] : [`lang=${lang}, direction ${dir}`];
}

/**
 * The list of headings is folded away on a small screen and open beside the text on a wide one, and on no screen twice: a
 * reader sees it at once where there is room for it.
 */
export async function folded(page) {
  const isWide = await page.evaluate(() => matchMedia('(min-width: 60em)').matches);
  const shown = await page.evaluate(() => [...document.querySelectorAll('.contents a')].filter((link) => link.checkVisibility()).length);
  const all = await page.evaluate(() => document.querySelectorAll('.contents a').length);
  const isFolded = await page.evaluate(() => document.querySelector('details.contents:not([open]) > summary')?.checkVisibility() ?? false);
  if (all === 0) return [];
  const isRight = isWide ? shown === all / 2 && !isFolded : shown === 0 && isFolded;
  return isRight ? [] : [`contents: ${shown} of ${all} links shown, ${isFolded ? '' : 'not '}folded away`];
}

/** Text of the page that is not on paper, but for what is only of use on a screen, and for names that drawings give to their parts. */
function hidden(page) {
  return page.evaluate(() => {
    const SCREEN_ONLY = 'nav, form, button, [popover], .contents, .trail, .permalink, .skip, .paging, .onward, .narrow, [hidden], svg title';
    const isShown = (element) => element.checkVisibility({ checkVisibilityCSS: true });
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const faults = [];
    while (texts.nextNode()) {
      const { parentElement, data } = texts.currentNode;
      if (!data.trim() || parentElement.closest(SCREEN_ONLY) || isShown(parentElement)) continue;
      faults.push(`not on paper: ${data.trim().slice(0, 60)}`);
    }
    return faults;
  });
}
