import type { Match, MatchList } from '../../api/deconfliction/matches.schema';
import type { Api } from '../api-client/api';
import { pathOf } from '../operations/read-operation';

export async function readMatches(api: Api, reference: string): Promise<readonly Match[]> {
  return (await api.get<MatchList>(pathOf(reference, '/matches'))).items;
}

/** Where a match is decided: by what it is between, since its token is another one each time. */
export function addressOf(reference: string, match: Match): string {
  const other = match.held ? 'other=held' : `other=${match.other.reference}/${match.other.holder}`;
  return `/operations/${reference}/matches/${match.holder}?${other}`;
}

/** The match of a holder with another operation's, or with what cannot be seen. */
export const isMatchOf = (match: Match, holder: string, other: string): boolean =>
  match.holder === holder &&
  (match.held ? other === 'held' : other === `${match.other.reference}/${match.other.holder}`);
