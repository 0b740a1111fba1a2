import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { MACHINE_ONLY } from '../../apps/web/api-client/machine-only';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { faultsOf, weightOf } from '../support/browser/looks-well';
import { nameOf, pageRoutes, type PageRoute } from '../support/browser/page-routes';
import { walk, type Walked } from '../support/browser/walk';
import { startWeb } from '../support/browser/web';
import { calledBy, reachedBy, type ApiRoute, type Called } from '../support/called-routes';
import { Receiver } from '../support/receiver';
import { showcase, WALKERS } from '../support/showcase';
import { sourcesIn } from '../support/sources';

jest.setTimeout(900_000);

const UNDER_WAY = 'It is there while something is under way or was refused in part; the tests of the desks press it.';
const BACK = 'A button leads past it; whoever has to sign in first comes back to it.';

/** Routes of the pages that no link or form leads to, each with the reason. */
const WITHOUT: Readonly<Record<string, string>> = {
  'GET /healthz': 'Whoever runs the processes asks.',
  'GET /readyz': 'Whoever runs the processes asks.',
  'GET /sign-in': 'Whoever is not signed in is sent there.',
  'GET /callback': 'The identity provider sends people there.',
  'GET /signed-out': 'The identity provider sends people there.',
  'GET /live': 'Scripts follow it.',
  'GET /bulk/:id/:step': BACK,
  'POST /bulk/:id/:step': UNDER_WAY,
  'POST /referrals/:draft/check/leave': UNDER_WAY,
  'POST /operations/:reference/translations/:translation': UNDER_WAY,
  'GET /operations/:reference/break-glass': 'Whoever does not find an operation is led there.',
  'POST /operations/:reference/break-glass': 'Whoever does not find an operation is led there.',
  'GET /contact-requests/new': BACK,
  'GET /settings/webhooks/:id/deliveries/:delivery/replay': BACK,
};

/** What is sent holds nothing that is typed, or is sent by scripts: after signing in, its author is on the page before. */
const FROM_PAGE_BEFORE = [
  '/notifications/:id/read',
  '/operations/:reference/score/effect',
  '/operations/:reference/translations/:translation/offer',
  '/referrals/:draft/check/leave',
  '/referrals/:draft/subjects/:subject/remove',
  '/referrals/hits',
  '/sign-out',
];

/** Of a page with all that it loads, compressed; the link chart may be heavier. */
const MOST_BYTES = 200_000;
const MAY_BE_HEAVY = /\/links$/;

describe('the pages', () => {
  let browser: Browser;
  let receiver: Receiver;
  let routes: readonly PageRoute[];
  let walked: Walked;
  beforeAll(async () => {
    [browser, receiver] = await Promise.all([openBrowser(), Receiver.start()]);
    const web = await startWeb();
    routes = pageRoutes(web.app);
    await web.close();
    const rather = await showcase(browser, receiver.url('/told'), { messages: 400, records: 5_000, seed: 11 });
    walked = await walk(browser, WALKERS, routes, { without: Object.keys(WITHOUT), rather });
  });
  afterAll(() => Promise.all([browser.close(), receiver.close()]));

  it('are all come to from home, by links and forms, by somebody', () => {
    const missing = routes.map(nameOf).filter((name) => !walked.reached.has(name) && !(name in WITHOUT));
    expect(missing).toEqual([]);
    process.stdout.write(`${routes.length} routes of pages reached from home over ${walked.pages} pages\n`);
  });

  it('are left out only where they are, and nothing leads there', () => {
    const names = routes.map(nameOf);
    expect(Object.keys(WITHOUT).filter((name) => !names.includes(name) || walked.reached.has(name))).toEqual([]);
  });

  it('are there for whoever had to sign in before a form could be sent', () => {
    const pathsOf = (asked: PageRoute['method']) =>
      routes.flatMap(({ method, path }) => (method === asked ? [path] : []));
    const shown = new Set(pathsOf('GET'));
    const missing = pathsOf('POST').filter((path) => !shown.has(path));
    expect(missing.toSorted()).toEqual(FROM_PAGE_BEFORE);
  });

  it('lead nowhere where nothing is', () => {
    expect(walked.deadEnds).toEqual([]);
  });

  it('break no rule of accessibility, lose nothing at 200 and 400 %, load quickly, and complain of nothing', async () => {
    const [faults, heavy, complaints]: [object[], object[], string[]] = [[], [], []];
    for (const person of WALKERS) {
      const desk = await Desk.of(person, browser);
      for (const [kind, { person: whose, address }] of walked.kinds) {
        if (whose !== person) continue;
        await desk.open(address);
        faults.push(...(await faultsOf(desk.page)));
        const bytes = await weightOf(desk.page);
        if (bytes > MOST_BYTES && !MAY_BE_HEAVY.test(kind)) heavy.push({ kind, bytes });
      }
      complaints.push(...desk.complaints);
      await desk.close();
    }
    expect(faults).toEqual([]);
    expect(heavy).toEqual([]);
    expect(complaints).toEqual([]);
    process.stdout.write(`${walked.kinds.size} pages looked at\n`);
  });
});

describe('every route of the API', () => {
  let routes: readonly ApiRoute[];
  let called: readonly Called[];
  beforeAll(() => {
    const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
      paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
    };
    routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId: id }]) => ({ id, method: method.toUpperCase(), path })),
    );
    const pages = sourcesIn('apps/web').filter((file) => !file.startsWith('apps/web/client/'));
    called = calledBy(pages, 'Api');
  });

  it('is called by a page, or is for machines only', () => {
    const byPages = new Set(called.flatMap((one) => reachedBy(one, routes)).map(({ id }) => id));
    const missing = routes.filter(({ id }) => !byPages.has(id) && !(id in MACHINE_ONLY));
    expect(missing.map(({ id, method, path }) => `${id}: ${method} ${path}`)).toEqual([]);
    const wrong = Object.keys(MACHINE_ONLY).filter((id) => byPages.has(id) || !routes.some((route) => route.id === id));
    expect(wrong).toEqual([]);
  });

  it('is the only thing that pages call', () => {
    expect(called.filter((one) => reachedBy(one, routes).length === 0)).toEqual([]);
  });
});
