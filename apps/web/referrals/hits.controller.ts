import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Typed } from '../forms/field';
import { View } from '../http/view';
import type { WebRequest } from '../session/session';
import { hitsFor } from './hits';

@Controller('referrals/hits')
export class HitsController {
  /** The part of a page that says who else holds an interest in whom is being typed. */
  @Post()
  @HttpCode(200)
  async hits(@Req() { api }: WebRequest, @Body() typed: Typed): Promise<View> {
    return new View('referrals/hits-fragment.njk', { hits: await hitsFor(api, typed) });
  }
}
