import type { Page } from 'playwright-core';
import { catalogue } from '../../../admin/words/catalogue.ts';
import { barriers } from '../support/index.ts';

export const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };

/** A key of the catalogue that stands on the screen instead of its text. */
const untranslated = new RegExp(`\\b(?:${Object.keys(catalogue('en')).join('|')})\\.[a-z]\\w*(?:\\.\\w+)*`, 'g');

/** Everything a person can read or hear on a page. */
const words = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const named = ['aria-label', 'title', 'placeholder', 'alt'].flatMap(name =>
      [...document.querySelectorAll(`[${name}]`)].map(element => element.getAttribute(name)),
    );
    return [document.title, document.body.innerText, ...named].join('\n');
  });

/** Each kind of barrier once, with how many places have it and the first of them. */
async function barrierKinds(page: Page): Promise<readonly string[]> {
  const kinds = Map.groupBy(await barriers(page), barrier => barrier.split(' ', 1)[0]);
  return [...kinds.values()].map(places =>
    places.length > 1 ? `${places[0]} (and ${places.length - 1} more)` : places[0]!,
  );
}

/** Latin words that a Chinese screen may hold: the product, formats, keys, languages, groups of fingerprints, and the account that the demo names so. */
const permitted =
  /^(?:Guankao|admin|English|Excel|Google|Cloud|Sheets|Drive|OAuth|JSON|API|URI|Word|LibreOffice|docx|odt|txt|xlsx|xls|xlsm|ods|csv|CSV|ODF|ODS|PDF|PNG|JPG|PATH|Home|End|Enter|Esc|Insert|Alt|Ctrl|Delete|Space|Chrome|Linux|node|localhost|[0-9a-f-]+|[A-F]{4})$/;

/** English that stands on a Chinese screen as words of their own; accounts, file names and addresses are what people gave. */
const foreign = async (page: Page): Promise<readonly string[]> => {
  const text = await page.evaluate(() => document.body.innerText);
  const found = text.match(/(?<![\w.@/:-])[A-Za-z]{3,}(?![\w@/:-]|\.\w)/g) ?? [];
  return [...new Set(found.filter(word => !permitted.test(word)))].map(word => `“${word}” on a Chinese screen`);
};

const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const by = document.documentElement.scrollWidth - window.innerWidth;
    const culprit = [...document.querySelectorAll('body *')].find(
      one => one.getBoundingClientRect().right > window.innerWidth + 1,
    );
    return by > 0 ? [`${by} px wider than ${window.innerWidth}, by ${culprit?.className}`] : [];
  });

/** Two frames: the first may still show what stood there before. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/**
 * What is wrong with a page: whatever sticks out at the side on a laptop or a phone, keys without a text, and barriers on the one
 * or the other.
 */
export async function inspect(page: Page, barriersOn: 'laptop' | 'phone'): Promise<readonly string[]> {
  const found = [...(await overflow(page)), ...new Set((await words(page)).match(untranslated))];
  if ((await page.locator('html').getAttribute('lang')) === 'zh-TW') found.push(...(await foreign(page)));
  if (barriersOn === 'laptop') found.push(...(await barrierKinds(page)));
  await page.setViewportSize(narrow);
  await drawn(page);
  found.push(...(await overflow(page)));
  if (barriersOn === 'phone') found.push(...(await barrierKinds(page)));
  await page.setViewportSize(wide);
  return found;
}
