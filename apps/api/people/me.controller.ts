import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Me as Asking, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { me, type Me } from './me.schema';

@ApiTags('People')
@Controller('api/v1/me')
export class MeController {
  @Get()
  @Route({
    id: 'readMe',
    logged: { nothing: 'It tells whoever asks what their own token says.' },
    summary: 'Read who you are',
    description: 'As the API sees you: what your token says, without what means nothing here.',
    answer: me,
  })
  read(@Asking() { actor, signedInAt }: Identity): Me {
    const { id, roles, force, clearance = 'OFFICIAL', permissions = [] } = actor;
    return {
      ...{ id, force, clearance },
      roles: [...roles],
      permissions: [...permissions],
      signedInAt: signedInAt === undefined ? null : new Date(signedInAt).toISOString(),
    };
  }
}
