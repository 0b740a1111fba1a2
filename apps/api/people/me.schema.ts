import { z } from 'zod';
import { CLEARANCES, ROLES } from '../../../domain/access/actor';
import { RESTRICTIONS } from '../../../domain/text/text';

export const me = z
  .object({
    id: z.string(),
    roles: z.array(z.enum(ROLES)).describe('Those that Waymark knows'),
    force: z.string(),
    clearance: z.enum(CLEARANCES),
    permissions: z.array(z.enum(RESTRICTIONS)).describe('Restricted texts that you may read'),
    signedInAt: z.iso
      .datetime()
      .nullable()
      .describe('When you last signed in; null where the identity provider does not say'),
  })
  .meta({ id: 'Me', description: 'Who asks, as their token says' });
export type Me = z.output<typeof me>;
