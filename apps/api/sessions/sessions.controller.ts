import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Consumes } from '../http/media-types.guard';
import { Rates } from '../http/rates';
import { Public } from '../identity/identity.guard';
import { TokenVerifier } from '../identity/token-verifier';
import { NotifyRoute } from '../openapi/route';
import { EndedSessions } from './ended-sessions';
import { logoutRequest, type LogoutRequest } from './session.schema';

/** What the identity provider says of sessions. Its token proves that it is the one who says it. */
@ApiTags('Sessions')
@Controller('api/v1')
@Public()
export class SessionsController {
  constructor(
    private readonly rates: Rates,
    private readonly verifier: TokenVerifier,
    private readonly sessions: EndedSessions,
  ) {}

  @Post('backchannel-logout')
  @HttpCode(204)
  @Consumes('application/x-www-form-urlencoded')
  @ApiConsumes('application/x-www-form-urlencoded')
  @NotifyRoute({
    id: 'endSession',
    logged: { nothing: 'It tells of a session and shows nothing of any operation or person.' },
    summary: 'End a session',
    description:
      'For the identity provider (OpenID Connect Back-Channel Logout 1.0): access tokens of the session are refused from then ' +
      'on, and its live streams end.',
  })
  async end(@Body({ schema: logoutRequest }) { logout_token }: LogoutRequest, @Ip() address: string): Promise<void> {
    await this.sessions.end(await this.rates.proving(address, () => this.verifier.endedSession(logout_token)));
  }
}
