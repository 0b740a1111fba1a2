import fc from 'fast-check';
import { envelopeFor, INPUTS, PEOPLE, SCHEMAS, withheld } from '../../test/support/arbitrary-commands';
import { NOW, operationIn, potentialVictim, suspect, SUSPECT_STATUSES, TEXT } from '../../test/support/decided';
import { scoreOf } from '../../test/support/threat-inputs';
import { CHOICES, type Choice } from './choices';
import { CLOSING_ITEMS, PRODUCTS, TRANSLATION_STATUSES } from './codes';
import { commandSchemas, type CommandName } from './command-schemas';
import { decide } from './decide';
import { COMMANDS, lifecycle, type LifecycleRow } from './lifecycle.v1';
import type { OperationState } from './state';

const GRADE = { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' } as const;
const HOLDERS = ['digital-media-investigator-one', 'intelligence-analyst-one'];
const each = <S extends string, T>(prefix: string, statuses: readonly S[], make: (id: string, status: S) => T) =>
  statuses.map((status, at) => make(`${prefix}${at + 1}`, status));
const VICTIM = {
  age: 'adult',
  exploitation: ['labour'],
  consent: true,
  needs: [],
  notified: null,
  reasonableGrounds: null,
  conclusiveGrounds: null,
  accommodated: false,
  returnedTo: null,
  handedOver: false,
} as const;
const message = (id: string, direction: 'in' | 'out') => ({
  id,
  direction,
  dueAt: null,
  answered: false,
  reminded: false,
});

/** An operation that holds one thing of each kind in each standing. */
const HOLDING: Partial<OperationState> = {
  scores: [scoreOf()],
  subjects: [...each('S', SUSPECT_STATUSES, suspect), potentialVictim('S13', true), potentialVictim('S14', false)],
  victims: [{ id: 'S13', ...VICTIM }],
  entities: [{ id: 'E1', kind: 'object', label: TEXT }],
  entityLinks: ['L1', 'L2'].map((id) => ({
    ...{ id, from: 'S1', to: 'E1', kind: 'uses' as const, grade: GRADE },
    removed: id === 'L2',
  })),
  links: ['K1', 'K2'].map((id) => ({ id, operation: `OP-${id}-00`, kind: 'other' as const, removed: id === 'K2' })),
  products: [
    { product: 'telecoms', status: 'chosen' },
    { product: 'network', status: 'complete' },
    { product: 'travel', status: 'withdrawn' },
  ],
  tasks: each('T', ['open', 'done'] as const, (id, status) => ({
    ...{ id, product: 'imagery' as const, person: 'somebody', dueOn: '2026-02-01' },
    status,
  })),
  translations: [
    ...each('OP-2026-000009.T', TRANSLATION_STATUSES, (id, status) => ({
      ...{ id, language: 'hu', file: 'F1' },
      status,
    })),
    { id: 'OP-2026-000009.T8', language: 'hu', status: 'requested' },
  ],
  qualifiedTranslations: each('C', ['requested', 'returned', 'withdrawn'] as const, (id, status) => ({
    ...{ id, translation: 'OP-2026-000009.T4', dueOn: '2026-02-01', requestedBy: 'somebody', file: null },
    status,
  })),
  reports: [
    { id: 'I1', grade: GRADE, sanitised: false },
    { id: 'I2', grade: GRADE, sanitised: true },
  ],
  disseminations: each('F', ['sent', 'acknowledged'] as const, (id, status) => ({
    ...{ id, report: 'I2', to: 'essex' as const },
    status,
  })),
  authorisations: each('A', ['applied', 'granted', 'refused', 'cancelled'] as const, (id, status) => ({
    ...{ id, kind: 'directed-surveillance' as const, subject: null, appliedBy: 'somebody', from: null },
    status,
  })),
  liaison: { status: 'open', messages: [message('M1', 'in'), message('M2', 'out')] },
  europolRequests: each('Q', ['made', 'granted', 'refused'] as const, (id, status) => ({
    ...{ id, kind: 'surrender-by-us' as const, country: status === 'granted' ? 'RO' : 'HU', subject: 'S2' },
    status,
  })),
  plan: { by: 'somebody', premises: ['P1', 'P2'] },
  warrants: each('W', ['applied', 'granted', 'refused', 'executed', 'returned'] as const, (id, status) => ({
    ...{ id, premises: 'P1', power: 'warrant-pace-s8' as const },
    status,
  })),
  mediaRequests: each('R', ['asked', 'assigned', 'on-scene'] as const, (id, status) => ({
    ...{ id, premises: 'P1', person: null },
    status,
  })),
  exhibits: each('X', ['held', 'disposed'] as const, (id, status) => ({
    ...{ id, kind: 'device' as const, holder: HOLDERS[0] as string, handovers: 0, extracted: false },
    status,
  })),
  disclosure: [{ id: 'D1', schedule: 'MG6C', decision: null }],
  files: each('F', ['kept', 'erased'] as const, (id, status) => ({
    ...{ id, sha256: '0'.repeat(64), size: 1, mediaType: 'application/pdf' as const },
    status,
  })),
  grants: [false, true].map((revoked, nth) => ({
    ...{ id: `K${nth + 1}`, kind: 'specific' as const, person: 'let-in', until: '2027-01-01T00:00:00.000Z' },
    revoked,
  })),
  excluded: ['kept-out'],
  targets: [{ id: 'G1', kind: 'ocg', band: 'B2' }],
  orders: each('O', ['applied', 'interim', 'full', 'refused', 'ended'] as const, (id, status) => ({
    ...{ id, kind: 'STRO' as const, subject: 'S1', youthCourt: false, from: '2025-01-01', until: null },
    ...{ served: true, monitor: 'somebody', breaches: 0 },
    status,
  })),
};

interface Field {
  readonly command: CommandName;
  readonly name: string;
  readonly of: Choice;
  readonly pattern: string | undefined;
}

/** Every field of every command that names something of the operation. */
const FIELDS: readonly Field[] = COMMANDS.flatMap((command) =>
  Object.entries(SCHEMAS[command].properties ?? {}).flatMap(([name, schema]) => {
    const named = [schema, ...(schema.anyOf ?? [])].find((one) => one['x-of'] !== undefined);
    return named ? [{ command, name, of: named['x-of'] as Choice, pattern: named.pattern }] : [];
  }),
);

const held = operationIn('assessment', HOLDING);
const offeredFor = (of: Choice): readonly (string | number)[] => CHOICES[of](held);

/** What a field might name: all that there is under such an identifier, and something that there is not. */
function nameable({ of, pattern }: Field): readonly (string | number)[] {
  if (of === 'products') return PRODUCTS;
  if (of === 'closing-items') return CLOSING_ITEMS;
  if (of === 'recorded-risk') return [0, 1, 2, ...offeredFor(of)];
  const identifiers = JSON.stringify(held).match(/(?<=")(?:OP-[0-9-]+\.)?[A-Z]\d+(?=")/g) ?? [];
  const fitting = [...identifiers, 'RO', 'HU', 'E99', `${pattern?.[1] ?? ''}99`].filter((id) =>
    new RegExp(pattern ?? '').test(id),
  );
  return [...new Set(fitting)];
}

/** Whether anybody can give the command about this, in any of its stages, with any of the bodies that are tried. */
function accepted({ command, name }: Field, named: string | number): boolean {
  const others = FIELDS.filter((field) => field.command === command && field.name !== name);
  const { stages, roles } = lifecycle[command] as LifecycleRow;
  return fc.sample(INPUTS[command], { numRuns: 30, seed: 1 }).some((sample) =>
    around(others, named).some((rest) => {
      const input = { ...sample, ...rest, [name]: named };
      if (!commandSchemas[command].safeParse(input).success) return false;
      const body = withheld(command, input);
      return stages.some((stage) =>
        PEOPLE.filter((actor) => actor.roles.some((role) => roles.includes(role))).some((actor) => {
          const envelope = envelopeFor({ command, body, actor } as Parameters<typeof envelopeFor>[0], 'c1');
          return decide({ ...held, stage }, envelope, NOW).kind === 'events';
        }),
      );
    }),
  );
}

/** The other fields that name something, filled with what is offered, and left as they are. */
function around(others: readonly Field[], named: string | number): readonly Record<string, unknown>[] {
  const [other] = others;
  if (!other) return [{}];
  const fit = offeredFor(other.of).filter((one) => one !== named);
  return [{}, ...fit.slice(0, 2).map((one) => ({ [other.name]: one }))];
}

describe.each(FIELDS.map((field) => [`${field.name} of ${field.command}`, field] as const))('%s', (_, field) => {
  const offered = offeredFor(field.of);

  it('takes nothing that is not offered', () => {
    const refused = nameable(field).filter((one) => !offered.includes(one));
    expect(refused.filter((one) => accepted(field, one))).toEqual([]);
  });
});

describe.each(Object.keys(CHOICES) as Choice[])('the choice %s', (of) => {
  const fields = FIELDS.filter((field) => field.of === of);

  it('offers nothing that every command refuses', () => {
    const useless = offeredFor(of).filter((one) => !fields.some((field) => accepted(field, one)));
    expect(useless).toEqual([]);
  });

  it('offers something, where there is something', () => {
    expect(offeredFor(of).length).toBeGreaterThan(0);
  });
});

describe('a score that is confirmed', () => {
  it('is not offered for confirmation again', () => {
    const scores = [scoreOf({ confirmedBy: 'officer' })];
    expect(CHOICES['recorded-risk'](operationIn('assessment', { scores }))).toEqual([]);
  });
});
