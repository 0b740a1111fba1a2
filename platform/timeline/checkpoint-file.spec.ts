import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LineFile, linesOf } from './checkpoint-file';

describe('a file of lines', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-lines-'));
    file = join(folder, 'below', 'lines');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const append = async (...lines: readonly string[]) => {
    const open = await LineFile.open(file);
    for (const line of lines) await open.append(line);
    await open.close();
    return open.last;
  };
  const read = async () => {
    const lines: string[] = [];
    for await (const line of linesOf(file)) lines.push(line);
    return lines;
  };

  it('is made where there is none, for its owner only', async () => {
    expect(await read()).toEqual([]);
    expect(await append('one')).toBeUndefined();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await read()).toEqual(['one']);
  });

  it('tells its last line, however long, with letters of several bytes across the pieces it is read in', async () => {
    const long = 'ő'.repeat(150_000);
    await append('one', long);
    expect(await append('three')).toBe(long);
    expect(await append()).toBe('three');
    expect(await read()).toEqual(['one', long, 'three']);
  });

  it('loses only what a crash has left unfinished', async () => {
    await append('one', 'two');
    appendFileSync(file, 'thr');
    expect(await read()).toEqual(['one', 'two']);
    expect(await append('three')).toBe('two');
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\nthree\n');
  });

  it('begins anew where even the first line is unfinished', async () => {
    await append();
    appendFileSync(file, 'on');
    expect(await append('one')).toBeUndefined();
    expect(await read()).toEqual(['one']);
  });
});
