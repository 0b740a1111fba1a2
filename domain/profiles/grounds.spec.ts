import { groundsOf } from './grounds';

describe('the grounds of a referral of somebody in a profile', () => {
  it('say what the rank rests on, as people write it', () => {
    const model = { name: 'rfg-project-default', version: 1, windowMonths: 24 };
    const place = {
      rank: 1,
      score: 99.6,
      recency: 98.9,
      frequency: 100,
      gravity: 100,
      events: 10,
      forces: ['norfolk', 'west-mercia'],
    };
    expect(groundsOf('county-lines', model, '2026-11-30', place)).toBe(
      'Place 1 of the suspects across counties in the profile “county lines” as of 30 November 2026: score 100 of 100 ' +
        '(recency 99, frequency 100, gravity 100; rfg-project-default version 1), 10 events in 24 months, with records of ' +
        'Norfolk, West Mercia. The profile is a lead for a person, not a decision: look at the records before you act on it.',
    );
  });
});
