import type { Browser } from 'playwright-core';
import type { PersonId } from '../../../platform/embedded/identity/people';
import { Desk, type DeskOptions } from './desk';
import { nameOf, paramsOf, routeOf, type PageRoute } from './page-routes';

/** Where a route was first come to. */
export interface Reached {
  readonly person: PersonId;
  readonly address: string;
  /** The page that led there. */
  readonly from: string;
}

/** A link or form that leads nowhere. */
export interface DeadEnd extends Reached {
  readonly status: number;
}

export interface Walked {
  /** By the names of routes. */
  readonly reached: ReadonlyMap<string, Reached>;
  /** Of each kind the page that says most, by its address with the names of what differs in it, as `/operations/:reference/people`. */
  readonly kinds: ReadonlyMap<string, Reached>;
  /** One of each kind. */
  readonly deadEnds: readonly DeadEnd[];
  /** Pages that were looked at. */
  readonly pages: number;
}

interface Step {
  readonly address: string;
  readonly from: string;
  /** Addresses of one kind differ by what they are about, and by nothing else. */
  readonly kind: string;
}

/** What a page leads to: by links and forms that ask, by forms that change something, and what scripts load. */
interface Ways {
  readonly links: readonly string[];
  readonly posts: readonly string[];
  readonly parts: readonly string[];
}
const NOWHERE: Ways = { links: [], posts: [], parts: [] };
/** A form that asks may be told that something is missing: that is a page too. */
const IS_PAGE = [400, 422];

/** Pages of one kind that one person looks at, and how many pages they look at without coming to a route that is new. */
const OF_A_KIND = 10;
const PATIENCE = 120;
/** A parameter whose values are pages of their own, rather than things of one kind. */
const OWN_PAGES = ['section'];

export interface WalkOptions extends DeskOptions {
  /** Routes that no link leads to. */
  readonly without?: readonly string[];
  /** Of the pages of one kind those are looked at before others whose path has one of these, such as a reference or `people/1`. */
  readonly rather?: readonly string[];
}

/** Each form that asks is sent as it stands, by each of its buttons, with something ticked where there is something to tick. */
const WAYS = `(() => {
  const own = (address) => {
    const url = new URL(address ?? '', location.href);
    return url.origin === location.origin ? [url.pathname + url.search] : [];
  };
  const all = (selector, attribute) =>
    [...document.querySelectorAll(selector)].flatMap((one) => own(one.getAttribute(attribute)));
  const asked = (form, action) => {
    const said = new FormData(form);
    for (const box of form.querySelectorAll('[type="checkbox"], [type="radio"]')) if (!said.has(box.name)) said.set(box.name, box.value);
    return own(action).map((address) => address.split('?')[0] + '?' + new URLSearchParams(said));
  };
  const forms = [...document.querySelectorAll('form')];
  const buttons = [...document.querySelectorAll('button[formaction]')];
  const asks = (form) => form?.method === 'get';
  const parts = [...document.querySelectorAll('main *')].flatMap((one) => Object.values(one.dataset));
  return {
    links: [
      ...all('a[href]', 'href'),
      ...all('main img[src^="/"]', 'src'),
      ...forms.filter(asks).flatMap((form) => asked(form, form.getAttribute('action'))),
      ...buttons.filter(({ form }) => asks(form)).flatMap((one) => asked(one.form, one.getAttribute('formaction'))),
    ],
    posts: [
      ...forms.filter((form) => !asks(form)).flatMap((form) => own(form.getAttribute('action'))),
      ...buttons.filter(({ form }) => !asks(form)).flatMap((one) => own(one.getAttribute('formaction'))),
    ],
    parts: parts.filter((value) => /^\\/[a-z]/.test(value)).flatMap(own),
  };
})()`;

/**
 * Walks the pages as people do without scripts: from home, by links and by forms that ask, until every kind of page has been
 * come to or there is nothing left to look at. What has not been looked at before comes first. Nothing is sent that changes anything; which
 * forms there are for that is seen.
 */
export async function walk(
  browser: Browser,
  people: readonly PersonId[],
  routes: readonly PageRoute[],
  { without = [], rather = [], ...options }: WalkOptions = {},
): Promise<Walked> {
  const reached = new Map<string, Reached>();
  const kinds = new Map<string, Reached & { readonly says: number }>();
  const deadEnds = new Map<string, DeadEnd>();
  const wanted = routes.map(nameOf).filter((name) => !without.includes(name));
  const looked = new Map<string, number>();
  let pages = 0;
  for (const person of people) {
    const desk = await Desk.of(person, browser, { ...options, javaScript: false });
    // Only what the pages say is of interest here.
    await desk.context.route(/\/assets\//, (route) => route.abort());
    const walker = new Walker(routes, looked, rather);
    walker.note({ ...NOWHERE, links: ['/'] }, '');
    let inVain = 0;
    while (walker.hasNew() || (wanted.some((name) => !reached.has(name)) && inVain++ < PATIENCE)) {
      const step = walker.next();
      if (!step) break;
      const { address, from, kind } = step;
      const { status, isPage, at, says, ways } = await open(desk, address);
      if (status >= 400 && !IS_PAGE.includes(status)) {
        deadEnds.set(kind, { person, address, from, status });
        continue;
      }
      // What leads this person elsewhere may be a page for another.
      if (isPage && walker.kindOf(at) !== kind) walker.note({ ...NOWHERE, links: [at] }, from);
      else {
        looked.set(kind, (looked.get(kind) ?? 0) + 1);
        if (isPage && says > (kinds.get(kind)?.says ?? -1)) kinds.set(kind, { person, address, from, says });
      }
      for (const one of walker.note(ways, address, step))
        if (!reached.has(one.route)) {
          reached.set(one.route, { person, address: one.address, from: one.from });
          inVain = 0;
        }
    }
    pages += walker.pages;
    await desk.close();
  }
  return { reached, kinds, deadEnds: [...deadEnds.values()], pages };
}

interface Opened {
  readonly status: number;
  readonly isPage: boolean;
  /** Where the address has led to. */
  readonly at: string;
  /** How much the page has to say, in characters; what asks for something to be put right says nothing. */
  readonly says: number;
  readonly ways: Ways;
}

/** Opens an address. What is a file to be kept, rather than a page, leads nowhere further. */
async function open(desk: Desk, address: string): Promise<Opened> {
  const answer = await desk.page.goto(address, { waitUntil: 'commit' }).catch(() => undefined);
  if (!answer) {
    const file = await desk.context.request.get(address);
    return { status: file.status(), isPage: false, at: address, says: 0, ways: NOWHERE };
  }
  await desk.page.waitForLoadState('domcontentloaded');
  const isPage = (answer.headers()['content-type'] ?? '').startsWith('text/html');
  const { pathname, search } = new URL(desk.page.url());
  const [ways, length] = isPage
    ? await desk.page.evaluate<readonly [Ways, number]>(
        `[${WAYS}, document.querySelector('main')?.innerText.length ?? 0]`,
      )
    : [NOWHERE, 0];
  const status = answer.status();
  return { status, isPage, at: pathname + search, says: status >= 400 ? 0 : length, ways };
}

/** A route that was come to. */
interface Come {
  readonly route: string;
  readonly address: string;
  readonly from: string;
}

/** One person's way. */
class Walker {
  pages = 0;
  private readonly waiting: Step[] = [];
  private readonly seen = new Set<string>();
  private readonly own = new Map<string, number>();

  constructor(
    private readonly routes: readonly PageRoute[],
    /** How many pages of each kind anybody has looked at. */
    private readonly looked: ReadonlyMap<string, number>,
    private readonly rather: readonly string[],
  ) {}

  /** Notes what a page leads to, and tells which routes are come to: that of the page itself, and of its forms. */
  note({ links, posts, parts }: Ways, from: string, here?: Step): readonly Come[] {
    // What is loaded by sending something is no page.
    const isSent = (address: string) => this.routeAt('POST', address) !== undefined;
    const loaded = parts.filter((address) => !isSent(address) && this.routeAt('GET', address) !== undefined);
    for (const address of new Set([...links, ...loaded])) this.plan(address, from);
    const own = here && this.routeAt('GET', here.address);
    return [
      ...(here && own ? [{ route: own, address: here.address, from: here.from }] : []),
      ...[...posts, ...parts].flatMap((address) => {
        const route = this.routeAt('POST', address);
        return route ? [{ address, from, route }] : [];
      }),
    ];
  }

  /** Whether there is a kind of page that nobody has looked at. */
  hasNew(): boolean {
    return this.waiting.some(({ kind }) => !this.looked.has(kind));
  }

  /** Where to look next: at what has been looked at least, and of that at the operation that is rather looked at. */
  next(): Step | undefined {
    const turn = ({ kind, address }: Step) => (this.looked.get(kind) ?? 0) + (this.isRather(address) ? 0 : 0.5);
    const least = this.waiting.reduce<Step | undefined>(
      (best, one) => (best === undefined || turn(one) < turn(best) ? one : best),
      undefined,
    );
    if (!least) return undefined;
    this.waiting.splice(this.waiting.indexOf(least), 1);
    this.pages += 1;
    return least;
  }

  private isRather(address: string): boolean {
    const { pathname } = new URL(address, 'http://waymark.invalid');
    return this.rather.some((one) => `${pathname}/`.includes(`/${one}/`));
  }

  private plan(address: string, from: string): void {
    const kind = this.kindOf(address);
    const planned = this.own.get(kind) ?? 0;
    if (kind === '' || this.seen.has(address) || (planned >= OF_A_KIND && !this.isRather(address))) return;
    this.seen.add(address);
    this.own.set(kind, planned + 1);
    this.waiting.push({ address, from, kind });
  }

  kindOf(address: string): string {
    const { pathname } = new URL(address, 'http://waymark.invalid');
    const route = routeOf(this.routes, 'GET', pathname);
    // What no route answers is looked at as well: it is a dead end.
    if (!route) return pathname.startsWith('/assets/') ? '' : pathname.replaceAll(/[^/]*\d[^/]*/g, ':');
    const params = paramsOf(route, pathname);
    return route.path.replaceAll(/:(\w+)/g, (whole, name: string) =>
      OWN_PAGES.includes(name) ? (params[name] ?? whole) : whole,
    );
  }

  private routeAt(method: PageRoute['method'], address: string): string | undefined {
    const route = routeOf(this.routes, method, new URL(address, 'http://waymark.invalid').pathname);
    return route && nameOf(route);
  }
}
