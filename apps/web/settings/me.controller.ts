import { Controller, Get, Req } from '@nestjs/common';
import { REGIONAL_UNITS, type Force } from '../../../domain/access/actor';
import type { Me } from '../../api/people/me.schema';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { CLEARANCE_WORDS, PERMISSION_WORDS, ROLE_WORDS } from '../words/roles';

@Controller('me')
export class MeController {
  /** Who somebody is here, and what that lets them see. */
  @Get()
  async me(@Req() { api }: WebRequest): Promise<Answer> {
    const own = await api.get<Me>('/api/v1/me');
    const roles = own.roles.flatMap((role) => (role === 'service' ? [] : [{ role, says: ROLE_WORDS[role] }]));
    return new View('settings/me.njk', {
      own,
      roles,
      serves: REGIONAL_UNITS[own.force as Force] ?? [],
      clearance: CLEARANCE_WORDS[own.clearance],
      permissions: own.permissions.map((permission) => PERMISSION_WORDS[permission]),
    });
  }
}
