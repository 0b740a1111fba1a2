import type { OperationView } from '../../../api/operations/operation.schema';
import type { TranslationSummary } from '../../../api/translations/translations.schema';
import { codeText } from '../../words/codes';
import { personText } from '../../words/people';
import { languageText } from '../../words/places';
import { day } from '../../words/times';
import { doneOf, stateText } from '../../translations/progress';
import { row, words, type Card, type Group, type Line, type Tag } from './card';
import type { Known } from './known';

type Product = OperationView['products'][number];
type Translation = OperationView['translations'][number];
type Qualified = OperationView['qualifiedTranslations'][number];

/** The intelligence package and what it is made of: products with their tasks, phones in English, and what goes to court. */
export function products(known: Known, translations: readonly TranslationSummary[]): readonly Group[] {
  const { operation } = known;
  return [
    packageGroup(known),
    {
      title: 'Products',
      cards: operation.products.map((product) => productCard(known, product)),
      empty: 'None is chosen yet: the tasking officer chooses them when the operation is adopted.',
    },
    {
      title: 'Phones in English',
      intro: 'Machine translation is intelligence. What goes to court needs a qualified translator.',
      cards: operation.translations.map((one) =>
        translationCard(
          known,
          one,
          translations.find(({ id }) => id === one.id),
        ),
      ),
      empty: 'No translation was asked for. Attach the extract of a phone as a file, then ask for it.',
    },
    {
      title: 'Qualified translators',
      cards: operation.qualifiedTranslations.map((request) => qualifiedCard(known, request)),
      empty: 'None was asked.',
    },
  ];
}

/** What of the package is there and what is missing, line by line. */
function packageGroup(known: Known): Group {
  const { operation, at } = known;
  const { package: own, products: chosen, tasks, subjects } = operation;
  const submitted = known.of('packageSubmitted').at(-1);
  const recalled = known.of('packageRecalled').at(-1);
  const isThere = own !== null && !own.recalled;
  const lines: readonly Line[] = [
    ...chosen.map(({ product, status }) => ({
      isDone: status !== 'chosen',
      text: `${codeText(product)} product: ${status === 'chosen' ? 'not complete yet' : codeText(status).toLowerCase()}`,
      href: `#${product}`,
    })),
    ...tasks
      .filter(({ status }) => status === 'open')
      .map(({ id, product, dueOn }) => ({
        isDone: false,
        text: `Task ${known.taskName(id)} of the ${codeText(product).toLowerCase()} product, due ${day(dueOn)}`,
        href: `#${product}`,
      })),
    {
      isDone: subjects.some(({ roles }) => roles.includes('suspect') || roles.includes('potential-victim')),
      text: 'A suspect or a potential victim is named',
      href: `${at}/people`,
    },
    {
      isDone: !operation.rescoreDue,
      text: 'The threat score takes account of all material intelligence',
      href: `${at}/assessment`,
    },
    {
      isDone: isThere,
      text: isThere ? `Version ${own.version} submitted by ${personText(own.author)}` : 'The package is submitted',
    },
    {
      isDone: isThere && own.signedOffBy !== null,
      text:
        isThere && own.signedOffBy !== null
          ? `Signed off by ${personText(own.signedOffBy)}`
          : 'Somebody other than its author signs it off',
    },
  ];
  return {
    title: 'Intelligence package',
    lines,
    rows: [
      ...row('Version', own && `${own.version}${own.recalled ? ', recalled' : ''}`),
      ...row('Author', own && personText(own.author)),
      ...row('Submitted', submitted && day(submitted.happenedAt)),
      ...row('It says', words(submitted?.payload.summary)),
      ...row(
        'Signed off by',
        own?.signedOffBy && personText(own.signedOffBy),
        own !== null && own.signedOffBy === null && 'Nobody yet',
      ),
      ...row('Recalled because', own?.recalled === true && words(recalled?.payload.reason)),
    ],
  };
}

const STATUS: Readonly<Record<Product['status'], Tag>> = {
  chosen: { text: 'Being worked on', colour: 'govuk-tag--yellow' },
  complete: { text: 'Complete', colour: 'govuk-tag--green' },
  withdrawn: { text: 'Withdrawn', colour: 'govuk-tag--grey' },
};

function productCard(known: Known, { product, status, translation }: Product): Card {
  const completed = known.of('productCompleted').findLast(({ payload }) => payload.product === product);
  const withdrawn = known.of('productWithdrawn').findLast(({ payload }) => payload.product === product);
  const tasks = known.operation.tasks.filter((task) => task.product === product);
  return known.card(product, {
    title: codeText(product),
    tags: [STATUS[status]],
    dues: tasks
      .filter((task) => task.status === 'open')
      .map(({ id, dueOn }) => ({ text: known.taskName(id), at: dueOn, isDay: true })),
    rows: [
      ...row('What it found', status === 'complete' && words(completed?.payload.summary)),
      ...row('Rests on', translation && { text: `Phone ${translation}`, href: pageOf(known, translation) }),
      ...row(
        'Completed',
        status === 'complete' && completed && `${day(completed.happenedAt)}, ${personText(completed.actor)}`,
      ),
      ...row('Withdrawn because', status === 'withdrawn' && words(withdrawn?.payload.reason)),
      ...row(
        'Tasks',
        ...tasks.map(({ id, person, status: at }) => ({
          text: known.taskName(id),
          beside: `${personText(person)}, ${at === 'open' ? 'open' : 'done'}`,
          ...known.actOn(id),
        })),
      ),
    ],
  });
}

const pageOf = (known: Known, translation: string) => `${known.at}/translations/${translation.split('.').at(-1) ?? ''}`;

function translationCard(
  known: Known,
  { id, language, status, file }: Translation,
  found: TranslationSummary | undefined,
): Card {
  const reviewed = known.of('translationReviewed').find(({ payload }) => payload.translation === id);
  const done = found && doneOf(found);
  return known.card(id, {
    tags: [
      {
        text: found ? stateText(found) : codeText(status),
        colour: found?.state === 'translated' ? 'govuk-tag--green' : 'govuk-tag--yellow',
      },
    ],
    ...(done === undefined ? {} : { progress: done }),
    rows: [
      ...row('Language', languageText(language)),
      ...row(
        'File',
        file && { text: known.named(file), href: `${known.at}/files#${file}` },
        !file && 'None: a qualified translator was asked for',
      ),
      ...row('What to do', found?.problem),
      ...row('Review', words(reviewed?.payload.findings), status === 'reported' && 'Not reviewed yet'),
    ],
    links: file
      ? [{ text: found?.state === 'to-confirm' ? 'Say how it is read' : 'Open it', href: pageOf(known, id) }]
      : [],
  });
}

function qualifiedCard(known: Known, { id, translation, dueOn, requestedBy, status, file }: Qualified): Card {
  const asked = known.of('qualifiedTranslationRequested').find(({ payload }) => payload.request === id);
  const back = known.of('qualifiedTranslationRecorded').find(({ payload }) => payload.request === id);
  const colour =
    status === 'returned' ? 'govuk-tag--green' : status === 'withdrawn' ? 'govuk-tag--grey' : 'govuk-tag--yellow';
  return known.card(id, {
    tags: [{ text: status === 'requested' ? 'Awaited' : codeText(status), colour }],
    dues: status === 'requested' ? [{ text: 'To be back', at: dueOn, isDay: true }] : [],
    rows: [
      ...row('Of', { text: `Phone ${translation}`, href: pageOf(known, translation) }),
      ...row('Translator', words(asked?.payload.translator)),
      ...row('Messages', words(asked?.payload.messages)),
      ...row('Asked by', personText(requestedBy)),
      ...row('Came as', file && { text: known.named(file), href: `${known.at}/files#${file}` }),
      ...row('Statement of the translator', words(back?.payload.statement)),
    ],
  });
}
