import type { PersonId } from '../../../platform/embedded/identity/people';
import type { Cast, Play, ScenarioResult } from './scenario';

export const tasking: PersonId = 'tasking-officer-norfolk';
export const sio: PersonId = 'senior-investigator-norfolk';
export const analyst: PersonId = 'intelligence-analyst-norfolk';
export const media: PersonId = 'digital-media-investigator-norfolk';
export const liaison: PersonId = 'rocu-liaison-officer-ersou';
export const supervisor: PersonId = 'supervisor-norfolk';

export type Operation = Play<PersonId>;
export type Scenario = (cast: Cast<PersonId>, say: (line: string) => void) => Promise<ScenarioResult>;
