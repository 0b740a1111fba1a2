import { castOf } from '../../apps/cli/scenarios/cast';
import { derail } from '../../apps/cli/scenarios/derail';
import type { StackUrls } from '../../platform/embedded/addresses';
import type { PersonId } from '../../platform/embedded/identity/people';
import { percentile, rounded, sum, times } from '../measure';
import type { Report, Scale } from '../report';
import { PageReader, type Reading } from './page-reader';

const TASKING: PersonId = 'tasking-officer-norfolk';
const SUPERVISOR: PersonId = 'supervisor-norfolk';
/** Of Derail, the first of its two days of enforcement. */
const ARREST_DAY = '2021-12-07';

/** The ten main pages, each as somebody who works with it. The operation is Derail, from its referral to its sentences. */
const MAIN_PAGES = {
  home: [TASKING, () => '/'],
  operations: [SUPERVISOR, () => '/operations'],
  search: [TASKING, () => '/search?q=OP-2025-0001&kind=operation'],
  triage: [TASKING, () => '/triage'],
  operation: [SUPERVISOR, (reference) => `/operations/${reference}`],
  people: [SUPERVISOR, (reference) => `/operations/${reference}/people`],
  command: [SUPERVISOR, (reference) => `/operations/${reference}/do/grantAccess`],
  timeline: [SUPERVISOR, (reference) => `/operations/${reference}/timeline`],
  dayBoard: [SUPERVISOR, (reference) => `/operations/${reference}/day/${ARREST_DAY}`],
  oversight: [SUPERVISOR, () => '/oversight'],
} as const satisfies Record<string, readonly [PersonId, (reference: string) => string]>;
type MainPage = keyof typeof MAIN_PAGES;

export interface PagesFigures {
  /** 95th percentile of the time on the server. */
  readonly pageP95Ms: Readonly<Record<MainPage, number>>;
  /** Which part of all that time the API was waited for. */
  readonly pageApiShare: Readonly<Record<MainPage, number>>;
}

/** Asks for the ten main pages in turns, with whatever operations there are and Derail among them. */
export async function measurePages(urls: StackUrls, scale: Scale, report: Report): Promise<PagesFigures> {
  const readers = new Map<PersonId, PageReader>();
  for (const person of [TASKING, SUPERVISOR]) readers.set(person, await PageReader.as(person, urls.web));
  const { operation: reference } = await derail(castOf(urls), () => undefined);
  const all = Object.entries(MAIN_PAGES) as [MainPage, (typeof MAIN_PAGES)[MainPage]][];
  const taken = new Map<MainPage, Reading[]>(all.map(([page]) => [page, []]));
  const round = async (counts: boolean) => {
    for (const [page, [person, address]] of all) {
      const reading = await (readers.get(person) as PageReader).read(address(reference));
      if (counts) taken.get(page)?.push(reading);
    }
  };
  for (const counts of [...times(scale.warmUp, () => false), ...times(scale.pages / 4, () => true)])
    await round(counts);
  readers.forEach((reader) => reader.close());
  const of = <T>(figure: (readings: readonly Reading[]) => T) =>
    Object.fromEntries([...taken].map(([page, readings]) => [page, figure(readings)])) as Record<MainPage, T>;
  const pageP95Ms = of((readings) =>
    rounded(
      percentile(
        readings.map(({ total }) => total),
        95,
      ),
      1,
    ),
  );
  const pageApiShare = of((readings) =>
    rounded(sum(readings.map(({ api }) => api)) / sum(readings.map(({ total }) => total))),
  );
  for (const [page] of all)
    report.line(`${page}: p95 ${pageP95Ms[page]} ms, of it the API ${Math.round(pageApiShare[page] * 100)} %`);
  return { pageP95Ms, pageApiShare };
}
