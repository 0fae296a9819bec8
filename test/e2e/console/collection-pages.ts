import type { Page } from 'playwright-core';
import { settled } from '../support/index.ts';
import type { Place, Visited, Word } from './page-table.ts';
import type { PlayedCollections } from './played-collections.ts';

type Then = NonNullable<Place['then']>;

const at = (route: string, then?: Then): Place => (then ? { route, then } : { route });

/** A word of the catalogue up to its first parameter. */
const begins = (word: Word, key: string): RegExp =>
  new RegExp(
    `^${word(key)
      .split('%{', 1)[0]!
      .replace(/[()?.*+]/g, '\\$&')}`,
  );
const press =
  (key: string): Then =>
  (page, word) =>
    page
      .getByRole('button', { name: begins(word, key) })
      .first()
      .click();
const inMenu =
  (key: string): Then =>
  async (page, word) => {
    await page.locator('main [aria-haspopup="menu"]').first().click();
    await page.getByRole('menuitem', { name: word(key) }).click();
  };
const dropTwice: Then = async page => {
  const file = { name: '再次掃描.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('%PDF-1.4 again') };
  await page.locator('main input[type="file"]').setInputFiles(file);
  await settled(page);
  await page.locator('main input[type="file"]').setInputFiles(file);
  await settled(page);
};
/** One agency that is known, one that is not, and one address that is none. */
const lookAtAddresses: Then = async (page, word) => {
  await press('collection.addresses.open')(page, word);
  const [known] = await page.locator('main tbody th').allInnerTexts();
  const list = [`${known?.split('\n')[0] ?? ''},desk@example.org`, '火星市公所,mars@example.org', '地球市公所,不詳'];
  await page.getByRole('dialog').getByRole('textbox').fill(list.join('\n'));
  await press('collection.addresses.look')(page, word);
  await settled(page);
};
const inReview =
  (key: string): Then =>
  async (page: Page, word: Word) => {
    await page.locator('article.answer').first().waitFor();
    await press(key)(page, word);
  };

/**
 * What everybody at a bureau's desk sees of its collections, whatever they may do there. Parts of one page come before its dialogs,
 * which would stay open over them.
 */
export function collectionReading({ open, draft, asked, finding, files }: PlayedCollections): Visited {
  const part = (tab: string) => at(`/collections/${open.id}/show?tab=${tab}`);
  return {
    collections: at('/collections'),
    'collection draft': at(`/collections/${draft.id}/show`),
    'collection roster': at(`/collections/${open.id}/show`),
    'collection roster of the late': at(`/collections/${open.id}/show?state=overdue`),
    'collection nobody found': at(`/collections/${open.id}/show?q=${encodeURIComponent('無此機關')}`),
    'collection files': part('files'),
    'collection review': at(`/collections/${open.id}/show?tab=review&of=${asked.id}`),
    'collection answers': part('answers'),
    'collection statistics': part('statistics'),
    'collection history': part('history'),
    'collection file applied': at(`/collectionFiles/${files.applied.id}/show`),
    'collection file doubtful': at(`/collectionFiles/${files.doubtful.id}/show`),
    findings: at('/findings'),
    'finding show': at(`/findings/${finding.id}/show`),
  };
}

/** All pages and dialogs of collections, for the secretariat of the bureau. */
export function collectionPages(played: PlayedCollections): Visited {
  const { template, open, draft, asked, finding, files } = played;
  const roster = `/collections/${open.id}/show`;
  const drop = `${roster}?tab=files`;
  const review = `${roster}?tab=review&of=${asked.id}`;
  return {
    ...collectionReading(played),
    'collection create': at('/collections/create'),
    'collection of a template': at(`/collections/create?template=${template.id}`),
    'collection incomplete': at('/collections/create', async (page, word) => {
      await page.locator('main textarea').first().fill('請逐項填寫。');
      await press('ra.action.save')(page, word);
    }),
    'collection edit': at(`/collections/${draft.id}`),
    'collection to open': at(`/collections/${draft.id}/show`, press('verbs.collection.open')),
    'collection to close': at(roster, press('verbs.collection.close')),
    'collection more agencies': at(roster, press('collection.add.open')),
    'collection addresses': at(roster, press('collection.addresses.open')),
    'collection addresses to set': at(roster, lookAtAddresses),
    'collection new edition': at(roster, press('collection.newEdition.open')),
    'collection as packages': at(roster, press('collection.packages.all')),
    'collection to mail': at(roster, press('collection.mail.all')),
    'collection as spreadsheets': at(roster, press('online.all')),
    'collection to chase': at(roster, press('collection.chase.late')),
    'collection agency menu': at(roster, page => page.locator('main [aria-haspopup="menu"]').first().click()),
    'collection mail address': at(roster, inMenu('collection.roster.address')),
    'collection agency to remove': at(roster, inMenu('collection.roster.remove')),
    'collection files sent twice': at(drop, dropTwice),
    'collection whose file': at(drop, (page, word) =>
      page.getByRole('button', { name: begins(word, 'collection.whose.openFor') }).click(),
    ),
    'collection file unknown': at(`/collectionFiles/${files.unknown.id}/show`),
    'collection file unreadable': at(`/collectionFiles/${files.unreadable.id}/show`),
    'collection file to reject': at(`/collectionFiles/${files.doubtful.id}/show`, press('verbs.collectionFile.reject')),
    'collection file of another': at(`/collectionFiles/${files.doubtful.id}/show`, press('collection.whose.change')),
    'collection file to undo': at(`/collectionFiles/${files.applied.id}/show`, press('verbs.collectionFile.undo')),
    'collection answer to correct': at(review, inReview('collection.review.correct')),
    'collection finding': at(review, inReview('collection.review.finding')),
    'collection to send back': at(review, inReview('collection.verdict.sendBack')),
    'collection to accept': at(review, inReview('collection.verdict.accept')),
    'collection score refused': at(review, async page => {
      await page.locator('[data-box="firstScore"]').first().fill('很好');
      await settled(page);
    }),
    'finding edit': at(`/findings/${finding.id}`),
    'finding answered for them': at(`/findings/${finding.id}/show`, press('finding.enterForThem')),
  };
}

/** What an agency sees of what its bureau asks. */
export const askedPages = ({ asked, finding }: PlayedCollections): Visited => ({
  recipients: at('/recipients'),
  'recipient show': at(`/recipients/${asked.id}/show`),
  findings: at('/findings'),
  'finding show': at(`/findings/${finding.id}/show`),
});
