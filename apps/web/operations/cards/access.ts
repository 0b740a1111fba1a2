import { codeText } from '../../words/codes';
import { lowerFirst } from '../../words/humanise';
import { personText } from '../../words/people';
import { moment } from '../../words/times';
import { row, words, type Card, type Group } from './card';
import type { Known } from './known';

/** Who is let into an operation: by what, until when; and who is kept out. */
export function access(known: Known, now: string): readonly Group[] {
  const { operation } = known;
  return [
    {
      title: 'Who is let in by name',
      intro: 'Given by somebody of the operation, or taken by breaking the glass. Each ends by itself.',
      cards: operation.grants.map((grant) => grantCard(known, grant, now)),
      empty: 'Nobody beside those below.',
    },
    {
      title: 'Who is kept out',
      table: {
        caption: 'People for whom this operation does not exist',
        head: ['Person'],
        rows: operation.excluded.map((person) => ({
          id: `excluded-${person}`,
          cells: [{ text: personText(person), href: `/people/${person}` }],
          actions: known.actionsOn(person),
        })),
      },
      empty: 'Nobody is kept out.',
    },
    {
      title: 'Who is let in by their part',
      table: {
        caption: 'People and roles that see the operation without being let in by name',
        head: ['Who', 'By what', 'Until'],
        rows: [
          ...operation.team.map(({ person, role }) => ({
            id: `team-${person}-${role}`,
            cells: [
              { text: personText(person), href: `/people/${person}` },
              { text: `On the team as ${lowerFirst(codeText(role))}` },
              { text: 'Released from the team' },
            ],
            actions: [],
          })),
          {
            id: 'supervisors',
            cells: [
              { text: `Supervisors of ${codeText(operation.leadForce ?? '', 'leadForce')}` },
              { text: 'They audit what their force leads' },
              { text: 'Always' },
            ],
            actions: [],
          },
          ...(['referral', 'assessment'].includes(operation.stage)
            ? [
                {
                  id: 'force',
                  cells: [
                    {
                      text: `Officers of ${codeText(operation.leadForce ?? '', 'leadForce')} and of its regional unit`,
                    },
                    { text: 'It is a referral that is not decided yet' },
                    { text: 'The tasking decision' },
                  ],
                  actions: [],
                },
              ]
            : []),
        ],
      },
    },
  ];
}

function grantCard(known: Known, grant: Known['operation']['grants'][number], now: string): Card {
  const { id, kind, person, until, revoked } = grant;
  const given = known.of('accessGranted', 'accessChallenged').find(({ payload }) => payload.grant === id);
  const ended = known.of('accessRevoked').find(({ payload }) => payload.grant === id);
  const isOver = until <= now;
  return known.card(id, {
    title: `${personText(person)} (${id})`,
    tags: [
      kind === 'challenged' ? { text: 'Broke the glass', colour: 'govuk-tag--red' } : { text: 'Let in by name' },
      ...(revoked
        ? [{ text: 'Taken away', colour: 'govuk-tag--grey' }]
        : isOver
          ? [{ text: 'Ended', colour: 'govuk-tag--grey' }]
          : [{ text: 'Sees it now', colour: 'govuk-tag--green' }]),
    ],
    dues: revoked || isOver ? [] : [{ text: 'Ends', at: until, isDay: false }],
    rows: [
      ...row(kind === 'challenged' ? 'Reason given' : 'Why', words(given?.payload.reason)),
      ...row(
        'From',
        given && `${moment(given.happenedAt)}${kind === 'challenged' ? '' : `, by ${personText(given.actor)}`}`,
      ),
      ...row('Until', moment(until)),
      ...row('Taken away because', words(ended?.payload.reason)),
    ],
  });
}
