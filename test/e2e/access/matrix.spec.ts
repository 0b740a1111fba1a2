import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { actionList } from '../../../apps/api/actions/action.schema';
import { PERSON_COMMANDS } from '../../../apps/api/commands/command-request';
import { worklistPage } from '../../../apps/api/operations/worklist.schema';
import { ROLES, type Clearance, type Role } from '../../../domain/access/actor';
import {
  DATA_KEEPERS,
  LEXICON_KEEPERS,
  PREMISES_RULERS,
  PROFILE_MAKERS,
  PROFILE_READERS,
  SUGGESTION_SETTLERS,
  DECONFLICTORS,
  DIP_SAMPLERS,
  MODEL_KEEPERS,
  WEBHOOK_KEEPERS,
  WORKLOAD_READERS,
} from '../../../domain/access/rules';
import { lifecycle, type CommandName, type LifecycleRow } from '../../../domain/operation/lifecycle.v1';
import { messageFileV1 } from '../../../platform/europol/message-file.v1';
import { INPUTS } from '../../support/arbitrary-commands';
import { ask, startApi, type Reply, type Request, type TestApi } from '../../support/api';
import { Issuer } from '../../support/issuer';
import { ownReference } from '../../support/own-reference';
import { Engine, LIAISON, REFERRAL, someone, SUPERVISOR, TASKING } from '../../support/stack';

jest.setTimeout(600_000);

type Person = Exclude<Role, 'service'>;
const PEOPLE = ROLES.filter((role): role is Person => role !== 'service');
const OFFICERS = PEOPLE.filter((role) => role !== 'administrator');
const NOBODY: readonly Person[] = [];

type Operation = 'open' | 'decided' | 'elsewhere' | 'secret';

/** How somebody stands to an operation, and by it in which roles they see it. */
interface Relation {
  readonly to: Operation;
  readonly force: string;
  readonly clearance?: Clearance;
  /** What the operation records of the person. */
  readonly recorded?: (person: string, role: Person) => readonly Recorded[];
  readonly seenBy: readonly Person[];
  /** In which roles they can break the glass; absent: all that may. */
  readonly breaks?: readonly Person[];
}
type Recorded = readonly [command: CommandName, body: object, happenedAt?: string];

const reason = 'Invented reason.';
const THREAT_FACTOR = { question: 'Invented?', guidance: ['0', '1', '2', '3', '4'] };
const THREAT_MODEL = {
  title: 'Invented',
  factors: { reach: { ...THREAT_FACTOR, group: 'harm' }, pace: { ...THREAT_FACTOR, group: 'likelihood' } },
};
const LONG_AGO = '2020-01-01T00:00:00.000Z';
const assigned = (person: string): Recorded => ['assignTeam', { person, role: 'intelligence-analyst' }];
const letIn = (person: string): Recorded => ['grantAccess', { person, until: soon(), reason }];
const soon = () => new Date(Date.now() + 86_400_000).toISOString();

// prettier-ignore
const RELATIONS: Readonly<Record<string, Relation>> = {
  'own force, its referral open':       { to: 'open', force: 'norfolk', seenBy: OFFICERS },
  'unit of its region, referral open':  { to: 'open', force: 'ersou', seenBy: OFFICERS },
  'other force, referral open':         { to: 'elsewhere', force: 'norfolk', seenBy: NOBODY },
  'own force, other team, decided':     { to: 'decided', force: 'norfolk', seenBy: ['supervisor'] },
  'other force, decided':               { to: 'decided', force: 'kent', seenBy: NOBODY },
  'on the team':                        { to: 'decided', force: 'kent', recorded: (who) => [assigned(who)], seenBy: PEOPLE },
  'released from the team':             { to: 'decided', force: 'kent', seenBy: NOBODY,
    recorded: (who) => [assigned(who), ['releaseTeamMember', { person: who, role: 'intelligence-analyst', reason }]] },
  'let in by name':                     { to: 'decided', force: 'kent', recorded: (who) => [letIn(who)], seenBy: PEOPLE },
  'let in by name, expired':            { to: 'decided', force: 'kent', seenBy: NOBODY,
    recorded: (who) => [['grantAccess', { person: who, until: '2020-02-01T00:00:00Z', reason }, LONG_AGO]] },
  'let in by name, revoked':            { to: 'decided', force: 'kent', seenBy: NOBODY,
    recorded: (who) => [letIn(who), ['revokeAccess', { grant: 'the last', reason }]] },
  'glass broken':                       { to: 'decided', force: 'kent', recorded: () => [['challengeAccess', { reason }]], seenBy: OFFICERS, breaks: NOBODY },
  'glass broken, expired':              { to: 'decided', force: 'kent', recorded: () => [['challengeAccess', { reason }, LONG_AGO]], seenBy: NOBODY },
  'excluded, on the team, own force':   { to: 'open', force: 'norfolk', seenBy: NOBODY, breaks: NOBODY,
    recorded: (who) => [assigned(who), ['excludePerson', { person: who, reason }]] },
  'exclusion lifted':                   { to: 'open', force: 'norfolk', seenBy: OFFICERS,
    recorded: (who) => [['excludePerson', { person: who, reason }], ['liftExclusion', { person: who, reason }]] },
  'on the team, not cleared':           { to: 'secret', force: 'norfolk', recorded: (who) => [assigned(who)], seenBy: NOBODY, breaks: NOBODY },
  'on the team, cleared':               { to: 'secret', force: 'norfolk', clearance: 'SECRET', recorded: (who) => [assigned(who)], seenBy: PEOPLE },
};

/** A route of one operation, or one that whoever has these roles may use. */
type Row = { readonly of: (reference: string) => Asked } | { readonly for: readonly Person[]; readonly asked: Asked };
type Asked = readonly [path: string, request?: Request];

const OPERATIONS = '/api/v1/operations';
const under = (path: string, request: Request = {}): Row => ({
  of: (reference) => [`${OPERATIONS}/${reference}${path}`, request],
});
const everyones = (...asked: Asked): Row => ({ for: PEOPLE, asked });
const keepers = (...asked: Asked): Row => ({ for: WEBHOOK_KEEPERS, asked });
const post = (body: unknown = {}): Request => ({ method: 'POST', body });
const PROFILES = '/api/v1/profiles';
const NO_IMPORT = `/imports/${'0'.repeat(32)}`;
const NO_RUN = `/runs/${'0'.repeat(32)}`;
const NO_SUGGESTION = `/suggestions/${'0'.repeat(32)}`;
const FORM: Request = { method: 'POST', body: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } };
const handing = (path: string, request: Request = {}): Row => ({
  for: DATA_KEEPERS,
  asked: [`${PROFILES}${path}`, request],
});
const profiling = (path: string): Row => ({ for: PROFILE_READERS, asked: [`${PROFILES}${path}`] });
const NO_BULK = `/api/v1/bulk/${'0'.repeat(64)}`;
const SAMPLES = '/api/v1/dip-samples';
const NO_SAMPLE = `${SAMPLES}/${'0'.repeat(64)}`;
const NO_WEBHOOK = `/api/v1/webhooks/${'0'.repeat(32)}`;
const NO_CONTACT = `/api/v1/contact-requests/${'0'.repeat(64)}`;
const NO_MATCH = 'A'.repeat(123);
const NO_FILTER = `/api/v1/filters/${'0'.repeat(64)}`;
const MESSAGE = JSON.parse(
  messageFileV1.write({
    ...{ reference: 'HU-1', inReplyTo: null, from: 'HU', to: 'GB', sentAt: LONG_AGO, marking: null },
    ...{
      evaluation: { source: 'A', information: '2' },
      handling: { code: 'H1', text: null },
      content: 'Invented answer.',
    },
  }),
) as object;

/** Every route but those that are open to everyone; a test looks that none is missing. */
// prettier-ignore
const ROUTES: Readonly<Record<string, Row>> = {
  readOperation: under(''),
  listActions: under('/actions'),
  listClocks: under('/clocks'),
  readThreatScore: under('/threat-score'),
  readTimeline: under('/timeline'),
  summariseTimeline: under('/timeline/summary'),
  verifyTimeline: under('/timeline/verify'),
  readDisclosureSchedule: under('/disclosure/MG6C'),
  readEuropolMessageFile: under('/europol/messages/M1/file'),
  receiveEuropolMessageFile: under('/europol/messages/files', post(MESSAGE)),
  followOperation: under('/events', { headers: { accept: 'text/event-stream' } }),
  exportOperation: under('/export'),
  attachFile: under('/files', FORM),
  readFile: under('/files/F1'),
  listTranslations: under('/translations'),
  readTranslation: under('/translations/T1'),
  readTranslatedMessages: under('/translations/T1/messages'),
  correctTranslation: under('/translations/T1/messages/1/correction', { method: 'PUT', body: { english: 'Invented.' } }),
  exportTranslation: under('/translations/T1/product'),
  readContactNetwork: under('/translations/T1/network'),
  exportContactNetwork: under('/translations/T1/network/table?table=nodes'),
  listEntitiesOfTranslation: under('/translations/T1/entities'),
  listMatches: under('/matches'),
  decideMatch: under('/matches/S1/decisions', post({ match: NO_MATCH, outcome: 'rejected', reason })),
  listOperations: everyones(OPERATIONS),
  openReferral: { for: ['tasking-officer'], asked: [OPERATIONS, post(REFERRAL)] },
  followEvents: everyones('/api/v1/events', { headers: { accept: 'text/event-stream' } }),
  readFigures: { for: ['supervisor', 'tasking-officer'], asked: ['/api/v1/figures?leadForce=essex&from=2030-01-01'] },
  listDipSamples: { for: DIP_SAMPLERS, asked: [SAMPLES] },
  drawDipSample: { for: DIP_SAMPLERS, asked: [SAMPLES, post({ count: 1, from: '2020-01-01', to: '2020-01-01' })] },
  readDipSample: { for: DIP_SAMPLERS, asked: [NO_SAMPLE] },
  repeatDipDraw: { for: DIP_SAMPLERS, asked: [`${NO_SAMPLE}/draw`] },
  reviewDipOperation: { for: DIP_SAMPLERS, asked: [`${NO_SAMPLE}/reviews`, post({ operation: 'OP-2020-999999', outcome: 'satisfactory', note: 'Invented.' })] },
  signOffDipSample: { for: DIP_SAMPLERS, asked: [`${NO_SAMPLE}/sign-off`, post()] },
  listOverdue: everyones('/api/v1/overdue'),
  readWorkload: { for: WORKLOAD_READERS, asked: ['/api/v1/workload'] },
  searchAccessLog: { for: ['supervisor'], asked: ['/api/v1/access-log?limit=1'] },
  listUnusualAccess: { for: ['supervisor'], asked: ['/api/v1/access-log/unusual'] },
  listFilters: everyones('/api/v1/filters'),
  saveFilter: everyones('/api/v1/filters', post()),
  readFilter: everyones(NO_FILTER),
  changeFilter: everyones(NO_FILTER, { method: 'PUT', body: {} }),
  deleteFilter: everyones(NO_FILTER, { method: 'DELETE' }),
  checkDeconfliction: { for: DECONFLICTORS, asked: ['/api/v1/deconfliction/check', post({ items: [{ names: ['Invented'] }] })] },
  listContactRequests: everyones('/api/v1/contact-requests'),
  requestContact: { for: DECONFLICTORS, asked: ['/api/v1/contact-requests', post({ match: NO_MATCH, message: 'Invented.' })] },
  readContactRequest: everyones(NO_CONTACT),
  answerContactRequest: everyones(`${NO_CONTACT}/answers`, post({ message: 'Invented.' })),
  readMe: everyones('/api/v1/me'),
  listPeople: everyones('/api/v1/people'),
  readPerson: everyones('/api/v1/people/nobody'),
  readInbox: everyones('/api/v1/inbox'),
  markInboxItemRead: everyones('/api/v1/inbox/none/read', post()),
  listThreatModels: everyones('/api/v1/threat-models'),
  saveThreatModel: { for: MODEL_KEEPERS, asked: ['/api/v1/threat-models/morile-tactical-project-default', { method: 'PUT', body: THREAT_MODEL }] },
  listSupportNeeds: everyones('/api/v1/support-needs'),
  putSupportNeed: { for: ['administrator'], asked: ['/api/v1/support-needs/invented', { method: 'PUT', body: { title: 'Invented', position: 999, retired: true } }] },
  listWebhooks: keepers('/api/v1/webhooks'),
  makeWebhook: keepers('/api/v1/webhooks', post({})),
  readWebhook: keepers(NO_WEBHOOK),
  changeWebhook: keepers(NO_WEBHOOK, { method: 'PUT', body: {} }),
  removeWebhook: keepers(NO_WEBHOOK, { method: 'DELETE' }),
  rotateWebhookSecret: keepers(`${NO_WEBHOOK}/secret`, post()),
  testWebhook: keepers(`${NO_WEBHOOK}/test`, post()),
  listWebhookDeliveries: keepers(`${NO_WEBHOOK}/deliveries`),
  replayWebhookDelivery: keepers(`${NO_WEBHOOK}/deliveries/msg_${'0'.repeat(32)}/replay`, post()),
  replayWebhookDeliveries: keepers(`${NO_WEBHOOK}/replay`, post()),
  listTranslationProviders: everyones('/api/v1/translation-providers'),
  readLexicon: { for: LEXICON_KEEPERS, asked: ['/api/v1/lexicons/norfolk'] },
  saveLexicon: { for: LEXICON_KEEPERS, asked: ['/api/v1/lexicons/norfolk', { method: 'PUT', body: {} }] },
  readPremisesRule: { for: PREMISES_RULERS, asked: ['/api/v1/premises-rules/norfolk'] },
  savePremisesRule: { for: PREMISES_RULERS, asked: ['/api/v1/premises-rules/norfolk', { method: 'PUT', body: {} }] },
  suggestForceMapping: handing('/mappings/suggestions', FORM),
  readForceMapping: handing('/mappings/norfolk'),
  saveForceMapping: handing('/mappings/norfolk', { method: 'PUT', body: {} }),
  importForceData: handing('/imports', FORM),
  listForceImports: handing('/imports'),
  readForceImport: handing(NO_IMPORT),
  readForceRejects: handing(`${NO_IMPORT}/rejects`, { headers: { accept: 'text/csv' } }),
  profilePeople: { for: PROFILE_MAKERS, asked: [`${PROFILES}/runs`, post()] },
  listProfileRuns: profiling('/runs'),
  readProfileRun: profiling(NO_RUN),
  readProfileRanking: profiling(`${NO_RUN}/ranking`),
  readProfileVolume: profiling(`${NO_RUN}/volume`),
  readProfilePerson: profiling('/people/999999999'),
  decideLink: { for: PROFILE_MAKERS, asked: [`${PROFILES}/links`, post({ one: 999999998, other: 999999999, outcome: 'same', reason })] },
  listReferralSuggestions: profiling('/suggestions'),
  openSuggestedReferral: { for: SUGGESTION_SETTLERS, asked: [`${PROFILES}${NO_SUGGESTION}/referral`, post()] },
  declineReferralSuggestion: { for: SUGGESTION_SETTLERS, asked: [`${PROFILES}${NO_SUGGESTION}/decline`, post({ reason })] },
  startBulk: { for: ['tasking-officer', 'supervisor'], asked: ['/api/v1/bulk', post({ command: 'assignTeam', body: {}, operations: ['OP-2020-999999'], reason })] },
  listBulk: everyones('/api/v1/bulk'),
  readBulk: everyones(NO_BULK),
  pauseBulk: everyones(`${NO_BULK}/pause`, post()),
  resumeBulk: everyones(`${NO_BULK}/resume`, post()),
  cancelBulk: everyones(`${NO_BULK}/cancel`, post()),
};
const PUBLIC = ['live', 'ready', 'metrics', 'endSession'];
const LANES = 8;

let cells = 0;

describe('who may do what', () => {
  let api: TestApi;
  let engine: Engine;
  let issuer: Issuer;
  let operations: Readonly<Record<Operation, string>>;
  const bodies = Object.fromEntries(
    PERSON_COMMANDS.map((command) => [command, fc.sample(INPUTS[command], { numRuns: 1, seed: 7 })[0]]),
  );

  beforeAll(async () => {
    issuer = await Issuer.start();
    api = await startApi({ OIDC_ISSUER: issuer.url });
    engine = new Engine();
    const opened = async (more: object) => {
      const reference = ownReference();
      await engine.gateway.open(reference, engine.envelope(TASKING, 'openReferral', { ...REFERRAL, ...more }), null);
      return reference;
    };
    operations = {
      open: await opened({}),
      elsewhere: await opened({ leadForce: 'lincolnshire' }),
      secret: await opened({ marking: 'SECRET' }),
      decided: await engine.inProsecution(),
    };
    await engine.does(operations.decided, LIAISON, 'recordEuropolMessage', {
      ...{ direction: 'out', evaluation: { source: 'A', information: '2' }, handling: 'H1' },
      ...{ content: 'Invented question.', replyWithinDays: 10 },
    });
  });
  afterAll(async () => {
    await engine.pool.query("DELETE FROM support_need WHERE code = 'invented'");
    await Promise.all([api.close(), engine.close()]);
    issuer.close();
    process.stdout.write(`access matrix: ${cells} cells\n`);
  });

  it('is listed for every route there is', async () => {
    const { body } = await ask(api.url, '/api/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, { operationId: string }>> };
    const routes = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect([...Object.keys(ROUTES), ...PUBLIC, ...PERSON_COMMANDS].toSorted()).toEqual(routes.toSorted());
  });

  const cases = Object.keys(RELATIONS).flatMap((relation) => PEOPLE.map((role) => [relation, role] as const));
  it.each(cases)('%s: %s', async (name, role) => {
    const relation = RELATIONS[name] as Relation;
    const { to, force, clearance, seenBy, breaks } = relation;
    const reference = operations[to];
    const person = `${role}-${randomUUID().slice(0, 8)}`;
    await record(relation, reference, person, role);
    const token = await issuer.signed({ sub: person, roles: [role], force, clearance: clearance ?? 'OFFICIAL' });
    const asks = (path: string, { method, body, headers }: Request = {}) => {
      const all = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), ...headers };
      return leaving(api.url, path, { ...(method === undefined ? {} : { method }), body, headers: all });
    };
    const absent = ownReference();
    const isSeen = seenBy.includes(role);
    /** Tells whether an operation is hidden: it is answered just as one that does not exist. */
    const isHidden = async (asked: (of: string) => Asked) => {
      const [there, nowhere] = await Promise.all([asks(...asked(reference)), asks(...asked(absent))]);
      return alike(there, reference) === alike(nowhere, absent);
    };

    const hidesCommand = async (command: CommandName): Promise<void> => {
      cells += 1;
      const asked = (of: string): Asked => [`${OPERATIONS}/${of}/commands/${command}`, post(bodies[command])];
      const { roles }: LifecycleRow = lifecycle[command];
      if (command !== 'challengeAccess' || !roles.includes(role) || breaks?.includes(role) === false)
        expect({ command, hidden: await isHidden(asked) }).toEqual({ command, hidden: true });
    };

    for (const [route, row] of Object.entries(ROUTES)) {
      cells += 1;
      if ('of' in row) {
        const told = { route, hidden: await isHidden(row.of) };
        // Whoever may not use a route at all is told so, whatever there is.
        if (!isSeen) expect(told).toEqual({ route, hidden: true });
        else if (told.hidden)
          expect({ route, ...(await asks(...row.of(reference))) }).toMatchObject({ route, status: 403 });
      } else {
        const { status } = await asks(...row.asked);
        expect({ route, refused: status === 403 }).toEqual({ route, refused: !row.for.includes(role) });
        expect({ route, failed: status >= 500 }).toEqual({ route, failed: false });
      }
    }
    const listed = worklistPage.parse((await asks(`${OPERATIONS}?limit=100`)).body).items;
    expect(listed.some((item) => item.reference === reference)).toBe(isSeen);

    if (isSeen) {
      const { items } = actionList.parse((await asks(`${OPERATIONS}/${reference}/actions`)).body);
      for (const command of PERSON_COMMANDS) {
        cells += 1;
        const { blockers = [] } = items.find((item) => item.command === command) ?? {};
        const { roles }: LifecycleRow = lifecycle[command];
        const isReserved = blockers.some(({ kind }) => kind === 'role');
        expect({ command, isReserved }).toEqual({ command, isReserved: !roles.includes(role) });
      }
    } else
      for (let at = 0; at < PERSON_COMMANDS.length; at += LANES)
        await Promise.all(PERSON_COMMANDS.slice(at, at + LANES).map(hidesCommand));
    if (!isSeen && breaks === undefined && role !== 'administrator') {
      const broken = await asks(`${OPERATIONS}/${reference}/commands/challengeAccess`, post({ reason }));
      expect(broken.status).toBe(200);
      expect((await asks(`${OPERATIONS}/${reference}`)).status).toBe(200);
    }
  });

  async function record({ recorded }: Relation, reference: string, person: string, role: Person): Promise<void> {
    for (const [command, body, happenedAt] of recorded?.(person, role) ?? []) {
      const isOwn = command === 'challengeAccess';
      if (isOwn && role === 'administrator') continue;
      const { grants } = await engine.state(reference);
      const given = command === 'revokeAccess' ? { ...body, grant: grants.at(-1)?.id } : body;
      const by = isOwn ? someone(person, role) : command === 'assignTeam' ? TASKING : SUPERVISOR;
      await engine.does(reference, command === 'releaseTeamMember' ? TASKING : by, command, given, happenedAt);
    }
  }
});

/** What tells one answer from another, but for the reference that was asked for. */
const alike = ({ status, headers, body }: Reply, reference: string) =>
  JSON.stringify({
    status,
    headers: [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
    body,
  }).replaceAll(reference, 'the reference');

/** Asks, and leaves a stream once its head has come. */
async function leaving(url: string, path: string, { method, body, headers }: Request): Promise<Reply> {
  if (!headers?.['accept'])
    return ask(url, path, { ...(method === undefined ? {} : { method }), body, headers: headers ?? {} });
  const left = new AbortController();
  const response = await fetch(`${url}${path}`, { headers, signal: left.signal });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  const read = isStream ? null : ((await response.json()) as unknown);
  left.abort();
  return { status: response.status, headers: response.headers, body: read };
}
