import { randomUUID } from 'node:crypto';
import type { CheckAnswer } from '../../../apps/api/deconfliction/check.schema';
import type { MatchList } from '../../../apps/api/deconfliction/matches.schema';
import type { Contact, ContactPage } from '../../../apps/api/contacts/contact.schema';
import type { CommandAnswer } from '../../../apps/api/commands/command.schema';
import type { PersonId } from '../../../platform/embedded/identity/people';
import { Caller, startApi, type TestApi } from '../../support/api';
import { Engine, eventually, REFERRAL, SUPERVISOR } from '../../support/stack';

const CHECK = '/api/v1/deconfliction/check';
const CONTACTS = '/api/v1/contact-requests';
const OPERATIONS = '/api/v1/operations';
const NORFOLK: PersonId = 'tasking-officer-norfolk';
const ESSEX: PersonId = 'tasking-officer-essex';

/** Letters only, so that it is one word of a name, and of nobody else in these tests. */
const ownName = () =>
  randomUUID()
    .replaceAll(/[^a-f]/g, '')
    .padEnd(8, 'q');
const ownDocument = () => `DOC ${randomUUID().slice(0, 8)}`;

describe('de-confliction', () => {
  let api: TestApi;
  let engine: Engine;
  let norfolk: Caller;
  let essex: Caller;
  beforeAll(async () => {
    api = await startApi();
    engine = new Engine();
    [norfolk, essex] = await Promise.all([Caller.as(NORFOLK, api.url), Caller.as(ESSEX, api.url)]);
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const command = async (by: Caller, reference: string, name: string, body: object) => {
    const reply = await by.post(`${OPERATIONS}/${reference}/commands/${name}`, body);
    if (reply.status !== 200) throw new Error(`${name}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body as CommandAnswer;
  };
  /** An operation of a force with one suspect. */
  const holding = async (by: Caller, leadForce: string, name: string, identifiers: Record<string, string> = {}) => {
    const opened = await by.post(OPERATIONS, { ...REFERRAL, leadForce });
    const { reference } = opened.body as CommandAnswer;
    await command(by, reference, 'addSubject', { roles: ['suspect'], name, grounds: 'Invented.' });
    for (const [kind, value] of Object.entries(identifiers))
      await command(by, reference, 'addIdentifier', { subject: 'S1', kind, value });
    return reference;
  };
  const checked = async (by: Caller, ...items: object[]) => (await by.post(CHECK, { items })).body as CheckAnswer;
  const document = (value: string) => ({ identifiers: [{ kind: 'document', value }] });
  const found = (by: Caller, item: object) =>
    eventually('it is in the index', async () => {
      const [answer] = (await checked(by, item)).items;
      return answer && (answer.held ?? answer.hits[0]) ? answer : undefined;
    });
  const matchesOf = (by: Caller, reference: string) =>
    eventually('a match', async () => {
      const { body } = await by.send(`${OPERATIONS}/${reference}/matches`);
      return (body as MatchList).items[0];
    });

  it('shows what is found in an operation that one sees, with its reasons', async () => {
    const name = `Łucja ${ownName()}`;
    const reference = await holding(norfolk, 'norfolk', name, { 'date-of-birth': '1990-05-17' });
    const sought = {
      names: [name.split(' ').reverse().join(' ')],
      identifiers: [{ kind: 'date-of-birth', value: '17/05/1990' }],
    };
    const answer = await found(norfolk, sought);
    await eventually('its birth is in the index', async () =>
      (await checked(norfolk, sought)).items[0]?.hits[0]?.score === 100 ? true : undefined,
    );
    expect(answer.held).toBeNull();
    expect((await checked(norfolk, sought)).items[0]?.hits).toEqual([
      {
        match: expect.any(String) as string,
        reference,
        holder: 'S1',
        score: 100,
        strength: 'strong',
        parts: [
          { on: 'name', points: 50, says: 'The names are the same, or the same in another spelling.' },
          { on: 'birth', points: 50, says: 'The dates of birth are the same.' },
        ],
      },
    ]);
  });

  it('tells of an operation that one does not see that there is one, and nothing else', async () => {
    const number = ownDocument();
    await holding(essex, 'essex', ownName(), { document: number });
    expect(await found(norfolk, document(number.toLowerCase()))).toEqual({
      hits: [],
      held: { match: expect.stringMatching(/^[\w-]{123}$/) as string },
    });
  });

  it('tells the same of one operation and of several', async () => {
    const number = ownDocument();
    await holding(essex, 'essex', ownName(), { document: number });
    const before = await found(norfolk, document(number));
    const second = await holding(essex, 'essex', ownName(), { document: number });
    await eventually('the second is in the index', async () => {
      const { rows } = await engine.pool.query('SELECT FROM identity WHERE operation = $1 AND marks <> $2', [
        second,
        [],
      ]);
      return rows.length > 0 ? true : undefined;
    });
    const after = await found(norfolk, document(number));
    const shape = (answer: typeof after) => JSON.stringify(answer).replace(answer.held?.match ?? '', '');
    expect(shape(after)).toBe(shape(before));
    expect(after.held?.match).not.toBe(before.held?.match);
  });

  it('tells whoever is kept out of an operation nothing', async () => {
    const number = ownDocument();
    const reference = await holding(essex, 'essex', ownName(), { document: number });
    await found(norfolk, document(number));
    await engine.does(reference, SUPERVISOR, 'excludePerson', { person: NORFOLK, reason: 'Invented.' });
    expect((await checked(norfolk, document(number))).items).toEqual([{ hits: [], held: null }]);
  });

  it('answers a batch in its order', async () => {
    const number = ownDocument();
    await holding(essex, 'essex', ownName(), { document: number });
    await found(norfolk, document(number));
    const { items } = await checked(norfolk, document(ownDocument()), document(number), { names: [ownName()] });
    expect(items.map(({ held }) => held !== null)).toEqual([false, true, false]);
  });

  it('refuses what can find nobody, saying what to give', async () => {
    const { status, body } = await norfolk.post(CHECK, {
      items: [{ identifiers: [{ kind: 'date-of-birth', value: '1990' }] }],
    });
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'items.0', message: expect.stringContaining('Name somebody') as string }] },
    });
  });

  it('no longer finds what has been erased', async () => {
    const number = ownDocument();
    const reference = await holding(norfolk, 'norfolk', ownName(), { document: number });
    await found(essex, document(number));
    const { rows } = await engine.pool.query<{ record: string }>(
      `SELECT payload_json #>> '{value,record}' AS record FROM timeline_event WHERE operation = $1 AND event_type = 'identifierAdded'`,
      [reference],
    );
    const supervisor = await Caller.as('supervisor-norfolk', api.url);
    await command(supervisor, reference, 'eraseText', { record: rows[0]?.record, reason: 'Invented.' });
    await eventually('it is forgotten', async () =>
      (await checked(essex, document(number))).items[0]?.held ? undefined : true,
    );
  });

  it('lists what is found as things are recorded, from both sides', async () => {
    const number = ownDocument();
    const one = await holding(norfolk, 'norfolk', ownName(), { document: number });
    const other = await holding(essex, 'essex', ownName(), { document: number });
    const hidden = { match: expect.any(String) as string, holder: 'S1', held: true, decision: null };
    expect(await matchesOf(norfolk, one)).toEqual(hidden);
    expect(await matchesOf(essex, other)).toEqual(hidden);
  });

  it('remembers a decision, whatever is found later', async () => {
    const number = ownDocument();
    const one = await holding(norfolk, 'norfolk', ownName(), { document: number });
    const other = await holding(norfolk, 'norfolk', ownName(), { document: number });
    const { match } = await matchesOf(norfolk, one);
    const path = `${OPERATIONS}/${one}/matches/S1/decisions`;
    const key = { 'idempotency-key': randomUUID() };
    const rejected = { match, outcome: 'rejected', reason: 'Another person with a copied document.' };
    expect((await norfolk.post(path, rejected, key)).status).toBe(200);
    expect((await norfolk.post(path, rejected, key)).status).toBe(200);
    expect((await norfolk.post(path, { ...rejected, outcome: 'confirmed' }, key)).status).toBe(422);
    await command(norfolk, one, 'addAlias', { subject: 'S1', alias: ownName() });
    await eventually('it is compared again', async () => {
      const { rows } = await engine.pool.query(
        'SELECT FROM identity WHERE operation = $1 AND compared = revision AND revision > 1',
        [one],
      );
      return rows.length > 0 ? true : undefined;
    });
    expect(await matchesOf(norfolk, one)).toMatchObject({
      held: false,
      other: { reference: other, holder: 'S1' },
      strength: 'exact',
      decision: { outcome: 'rejected', reason: rejected.reason, by: NORFOLK },
    });
    expect(await matchesOf(norfolk, other)).toMatchObject({ decision: null });
    const { rows } = await engine.pool.query(
      `SELECT FROM match_decision d JOIN identity_match m ON m.id = d.match JOIN identity i ON i.id = m.identity WHERE i.operation = $1`,
      [one],
    );
    expect(rows).toHaveLength(1);
  });

  it('lets nobody use a match that was shown to somebody else', async () => {
    const number = ownDocument();
    await holding(essex, 'essex', ownName(), { document: number });
    const { held } = await found(norfolk, document(number));
    const { status } = await essex.post(CONTACTS, { match: held?.match, message: 'Invented.' });
    expect(status).toBe(404);
  });

  it('puts two officers in touch, and tells the asker who the other is once they answer', async () => {
    const number = ownDocument();
    const reference = await holding(essex, 'essex', ownName(), { document: number });
    const { held } = await found(norfolk, document(number));
    const key = { 'idempotency-key': randomUUID() };
    const request = { match: held?.match, message: 'Please call the desk.' };
    const asked = await norfolk.post(CONTACTS, request, key);
    const contact = asked.body as Contact;
    expect(asked.status).toBe(201);
    expect(contact).toMatchObject({ about: [], answers: [], waitsForYou: false });
    // Found again, the same match has another token: it is the same request all the same.
    const again = await norfolk.post(
      CONTACTS,
      { ...request, match: (await found(norfolk, document(number))).held?.match },
      key,
    );
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await norfolk.post(CONTACTS, { ...request, message: 'Another.' }, key)).status).toBe(422);

    const { items } = (await essex.send(CONTACTS)).body as ContactPage;
    expect(items.find(({ id }) => id === contact.id)).toMatchObject({
      asked: { person: NORFOLK, force: 'norfolk', message: 'Please call the desk.' },
      about: [{ reference, holder: 'S1' }],
      waitsForYou: true,
    });
    await essex.post(`${CONTACTS}/${contact.id}/answers`, { message: 'I call at three.' });
    expect((await norfolk.send(`${CONTACTS}/${contact.id}`)).body).toMatchObject({
      about: [],
      answers: [{ person: ESSEX, force: 'essex', message: 'I call at three.' }],
      waitsForYou: true,
    });
  });

  it('shows a contact request to nobody else', async () => {
    const number = ownDocument();
    await holding(essex, 'essex', ownName(), { document: number });
    const { held } = await found(norfolk, document(number));
    const { body } = await norfolk.post(CONTACTS, { match: held?.match, message: 'Invented.' });
    const other = await Caller.as('supervisor-norfolk', api.url);
    expect((await other.send(`${CONTACTS}/${(body as Contact).id}`)).status).toBe(404);
  });

  it('keeps what was sought in the access log', async () => {
    const name = ownName();
    const reply = await norfolk.post(CHECK, { items: [{ names: [name] }] });
    const { rows } = await engine.pool.query<{ what: { sought: unknown } }>(
      'SELECT what FROM access_log WHERE request = $1',
      [reply.headers.get('x-request-id')],
    );
    expect(rows[0]?.what.sought).toEqual([{ names: [name], identifiers: [] }]);
  });
});
