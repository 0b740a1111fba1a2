import { Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import * as openid from 'openid-client';
import type { Me } from '../../api/people/me.schema';
import { Api } from '../api-client/api';
import type { WebConfig } from '../config';
import { Public } from '../http/signed-in.guard';
import { Redirect, View, type Answer } from '../http/view';
import { IdentityProvider } from '../session/provider';
import type { WebRequest } from '../session/session';
import { SessionTokens } from '../session/tokens.service';
import { CONFIG } from '../tokens';
import { ownAddress } from './own-address';

/** As much time as what needs a fresh sign-in allows (`apps/api/identity/step-up.ts`), less what a form takes to send. */
const FRESH_SECONDS = 60;
/** Sign-ins that one browser may have begun, in as many tabs. */
const AT_ONCE = 10;

@Public()
@Controller()
export class SignInController {
  constructor(
    @Inject(CONFIG) private readonly config: WebConfig,
    private readonly provider: IdentityProvider,
    private readonly tokens: SessionTokens,
  ) {}

  /** Sends the browser to the identity provider, and remembers where it wanted to go. */
  @Get('sign-in')
  async signIn(
    @Req() request: Request,
    @Query('to') to: string | undefined,
    @Query('again') again: string | undefined,
  ): Promise<Answer> {
    const { session } = request;
    const [state, verifier] = [openid.randomState(), openid.randomPKCECodeVerifier()];
    const others = Object.entries(session.signIns ?? {}).slice(1 - AT_ONCE);
    session.signIns = { ...Object.fromEntries(others), [state]: { verifier, to: ownAddress(to) } };
    return new Redirect(
      await this.provider.signInAddress(state, verifier, again === 'yes' ? FRESH_SECONDS : undefined),
    );
  }

  /** Where the identity provider sends it back to. */
  @Get('callback')
  async callback(@Req() request: Request): Promise<Answer> {
    const [, query = ''] = request.originalUrl.split('?');
    const state = new URLSearchParams(query).get('state') ?? '';
    const { [state]: begun, ...others } = request.session.signIns ?? {};
    if (!begun) return new View('sign-in/failed.njk', {}, 400);
    const tokens = await this.provider.tokensFor(`?${query}`, state, begun.verifier).catch(() => undefined);
    if (!tokens) return new View('sign-in/failed.njk', {}, 400);
    const person = await new Api(this.config.API_URL, () => Promise.resolve(tokens.access)).get<Me>('/api/v1/me');
    // Another identifier, so that nobody who knew the one before is signed in as well.
    await new Promise<void>((resolve, reject) =>
      request.session.regenerate((error: unknown) => (error ? reject(error as Error) : resolve())),
    );
    request.session.person = person;
    // Those of other tabs, which lost the session as well and lead back to other forms.
    request.session.signIns = others;
    await this.tokens.keep(request.sessionID, tokens);
    return new Redirect(begun.to);
  }

  @Post('sign-out')
  async signOut(@Req() request: WebRequest): Promise<Answer> {
    const tokens = await this.tokens.of(request.sessionID);
    await new Promise((resolve) => request.session.destroy(resolve));
    return new Redirect(await this.provider.signOutAddress(tokens?.id));
  }

  @Get('signed-out')
  signedOut(): Answer {
    return new View('sign-in/signed-out.njk');
  }
}
