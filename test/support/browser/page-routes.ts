import type { NestExpressApplication } from '@nestjs/platform-express';

/** A route of the pages, as the router has it. */
export interface PageRoute {
  readonly method: 'GET' | 'POST';
  /** As `/operations/:reference/:section`. */
  readonly path: string;
}

interface Layer {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
}

/** Every route of the pages, in the order in which they are tried. */
export function pageRoutes(app: NestExpressApplication): readonly PageRoute[] {
  const { router } = app.getHttpAdapter().getInstance() as unknown as {
    readonly router: { readonly stack: readonly Layer[] };
  };
  return router.stack.flatMap(({ route }) => {
    if (typeof route?.path !== 'string') return [];
    const { path } = route;
    return (['GET', 'POST'] as const).flatMap((method) =>
      route.methods[method.toLowerCase()] === true ? [{ method, path }] : [],
    );
  });
}

/** The route that answers an address; nothing where none does. */
export function routeOf(
  routes: readonly PageRoute[],
  method: PageRoute['method'],
  path: string,
): PageRoute | undefined {
  return routes.find((route) => route.method === method && patternOf(route.path).test(path));
}

/** What an address has in the places of a route's parameters. */
export function paramsOf({ path }: PageRoute, address: string): Readonly<Record<string, string>> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  const [, ...values] = patternOf(path).exec(address) ?? [];
  return Object.fromEntries(names.map((name, nth) => [name, values[nth] ?? '']));
}

const patterns = new Map<string, RegExp>();

function patternOf(path: string): RegExp {
  const pattern = patterns.get(path) ?? new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '([^/]+)')}/?$`);
  patterns.set(path, pattern);
  return pattern;
}

export const nameOf = ({ method, path }: PageRoute): string => `${method} ${path}`;
