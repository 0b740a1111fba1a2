import { FULL_OPERATION, fullOperation } from '../../bench/seed/full';

describe('a full operation', () => {
  const { state, events } = fullOperation();

  it('is as large as it says', () => {
    const suspects = state.subjects.filter(({ suspect }) => suspect !== null);
    expect({ suspects: suspects.length, victims: state.victims.length, events: events.length }).toEqual(FULL_OPERATION);
  });

  it('has a state that a run can carry over to the next: under 200 kB', () => {
    expect(JSON.stringify(state).length).toBeLessThan(200_000);
  });
});
