import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The blocks that a stylesheet has rules for at its outermost level. */
const blocksOf = (file: string) =>
  new Set(
    [...readFileSync(file, 'utf8').matchAll(/^\.(app-[a-z]+(?:-[a-z]+)*)(?=[ ,{:]|__)/gm)].map(
      ([, block]) => block ?? '',
    ),
  );

describe('the stylesheets', () => {
  it('say in one place how each block looks', () => {
    const files = globSync('apps/web/styles/_*.scss').filter((file) => basename(file) !== '_print.scss');
    const places = files.flatMap((file) => [...blocksOf(file)].map((block) => ({ block, file: basename(file) })));
    const several = [...Map.groupBy(places, ({ block }) => block)].filter(([, all]) => all.length > 1);
    expect(Object.fromEntries(several.map(([block, all]) => [block, all.map(({ file }) => file)]))).toEqual({});
    expect(places.length).toBeGreaterThan(50);
  });
});
