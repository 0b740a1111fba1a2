import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { areaSchemas } from '../../../domain/operation/command-schemas';
import { COMMANDS } from '../../../domain/operation/lifecycle.v1';
import { text } from '../../../domain/text/text.schema';
import { commandsDocument } from './document';
import { fieldsOf } from './fields';
import { table } from './markdown';

const FILE = join(__dirname, '..', '..', '..', 'docs', 'commands.md');

describe('the document of commands', () => {
  it('is kept up to date in docs/commands.md (run bin/waymark build && node dist/apps/api/commands-doc.js)', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(commandsDocument());
  });

  it('has each command in one area', () => {
    const inAreas = Object.values(areaSchemas).flatMap((area) => Object.keys(area));
    expect(inAreas.toSorted()).toEqual([...COMMANDS].toSorted());
  });
});

describe('the fields of a body, in words', () => {
  const grade = z.strictObject({ mark: z.enum(['1', '2']) }).meta({ id: 'MarkOfATest', description: 'How good it is' });
  const body = z.strictObject({
    grade,
    note: text(2000, 'Why').nullable().default(null),
    count: z.int().min(0).max(5000).optional(),
    suspect: z.string().regex(/^S\d$/).describe('As S1').meta({ 'x-of': 'suspects' }),
    days: z.array(z.iso.date()).min(1).max(3),
    places: z.array(z.strictObject({ name: text(80, 'Name'), open: z.boolean() })).max(9),
  });

  it('are told one by one, those within another after it', () => {
    expect(fieldsOf(body).map(({ name, required, words }) => [name, required, words])).toEqual([
      ['grade', true, 'Group of fields. How good it is'],
      ['grade.mark', true, 'One of 1, 2.'],
      ['note', false, 'Text of up to 2,000 characters, or null. Why'],
      ['count', false, 'Whole number, 0 to 5,000.'],
      ['suspect', true, 'One of the operation’s suspects. As S1'],
      ['days', true, 'List of 1 to 3, each date.'],
      ['places', true, 'List of up to 9.'],
      ['places[].name', true, 'Text of up to 80 characters. Name'],
      ['places[].open', true, 'True or false.'],
    ]);
  });
});

describe('a table', () => {
  it('is aligned, and a bar in a cell does not end it', () => {
    expect(table(['Name', ''], [['a|b', 'longer']])).toBe(
      ['| Name | ' + '       |', '| ---- | ------ |', '| a\\|b | longer |'].join('\n'),
    );
  });
});
