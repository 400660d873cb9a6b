// What a page must not do to those who read it: each function gives the faults it finds, short enough to read.

import { AxeBuilder } from '@axe-core/playwright';

/** What axe finds. */
export async function violations(page) {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
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
export function clipped(page) {
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
  const faults = [];
  const expected = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, [tabindex="0"]')];
    const reachable = all.filter((element) => element.checkVisibility({ checkVisibilityCSS: true }) && !element.disabled);
    reachable.forEach((element, index) => { element.dataset.stop = String(index); });
    return reachable.length;
  });
  for (let stop = 0; stop < expected; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const there = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
      const isFree = there !== null && (element.contains(there) || there.contains(element));
      return { stop: element.dataset.stop, isMarked, isFree, html: element.outerHTML.slice(0, 90) };
    });
    if (found.stop !== String(stop)) faults.push(`stop ${stop} is ${found.stop}: ${found.html}`);
    if (!found.isMarked) faults.push(`no mark of the focus: ${found.html}`);
    if (!found.isFree) faults.push(`out of sight: ${found.html}`);
    if (faults.length > 5) break;
  }
  return faults;
}

/** Text of the page that is not on paper, but for what is only of use on a screen, and for names that drawings give to their parts. */
export function hidden(page) {
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
