import type { Redis } from 'ioredis';
import type { WebConfig } from '../config';
import { KeptForms } from './kept-forms';
import { SealedKeys } from './sealed-keys';

type Ring = WebConfig['SESSION_KEYS'];
const [OLD, NEW] = ['old', 'new'].map((id, nth) => ({ id, key: Buffer.alloc(32, nth + 1) })) as unknown as Ring;

/** Redis, as far as it is needed here. */
class Store {
  readonly all = new Map<string, string>();
  set = async (key: string, value: string) => void this.all.set(key, value);
  get = async (key: string) => this.all.get(key) ?? null;
}

describe('what was typed into a form that could not be taken', () => {
  let store: Store;
  beforeEach(() => (store = new Store()));
  const kept = (...ring: readonly (Ring[number] | undefined)[]) =>
    new KeptForms(new SealedKeys({ SESSION_KEYS: ring as unknown as Ring } as WebConfig, store as unknown as Redis));
  const typed = { grounds: 'Typed at length.', _key: 'k' };

  it('is there for whoever typed it, and for nobody else', async () => {
    const id = await kept(OLD).keep('author', typed);
    expect(await kept(OLD).of(id, 'author')).toEqual(typed);
    expect(await kept(OLD).of(id, 'another')).toBeUndefined();
    expect(await kept(OLD).of('invented', 'author')).toBeUndefined();
  });

  it('cannot be read where it is kept', async () => {
    await kept(OLD).keep('author', typed);
    expect([...store.all.values()].join()).not.toMatch(/Typed|author/);
  });

  it('is opened while its key is in the ring, and not after that', async () => {
    const id = await kept(OLD).keep('author', typed);
    expect(await kept(NEW, OLD).of(id, 'author')).toEqual(typed);
    expect(await kept(NEW).of(id, 'author')).toBeUndefined();
  });

  it('is not what was sealed under another name', async () => {
    const [mine, theirs] = [await kept(OLD).keep('author', typed), await kept(OLD).keep('another', { grounds: 'x' })];
    store.all.set(`web:kept:${theirs}`, store.all.get(`web:kept:${mine}`) ?? '');
    expect(await kept(OLD).of(theirs, 'author')).toBeUndefined();
  });
});

describe('whose a form is', () => {
  const kept = (...ring: readonly (Ring[number] | undefined)[]) =>
    new KeptForms(new SealedKeys({ SESSION_KEYS: ring as unknown as Ring } as WebConfig, {} as Redis));

  it('is known by what we wrote into it, with any key of the ring', () => {
    const mark = kept(OLD).ownerMark('supervisor.norfolk');
    expect(kept(OLD).ownerOf({ _by: mark })).toBe('supervisor.norfolk');
    expect(kept(NEW, OLD).ownerOf({ _by: mark })).toBe('supervisor.norfolk');
    expect(kept(NEW).ownerOf({ _by: mark })).toBeUndefined();
  });

  it('cannot be written by anybody else', () => {
    const mark = kept(OLD).ownerMark('author');
    const forged = [mark.replace('author', 'another'), 'author', 'author.', '', `${mark}x`];
    for (const _by of forged) expect(kept(OLD).ownerOf({ _by })).toBeUndefined();
    expect(kept(OLD).ownerOf({})).toBeUndefined();
    expect(kept(OLD).ownerOf({ _by: [mark, mark] })).toBeUndefined();
  });
});
