import { METHOD_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { loggedRoute, type LoggedRoute } from '../../apps/api/access-log/logged';

/** A method of a controller that is a route, and what it has declared for the access log. */
export interface FoundRoute {
  /** As `Controller.method`. */
  readonly name: string;
  readonly declared: LoggedRoute | undefined;
}

/** Every route of an application, found by the framework's own marks. */
export function routesOf(app: NestExpressApplication): readonly FoundRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const { prototype } = metatype as { prototype: object };
    return Object.entries(Object.getOwnPropertyDescriptors(prototype))
      .filter(([, { value }]) => typeof value === 'function' && Reflect.hasMetadata(METHOD_METADATA, value as object))
      .map(([name, { value }]) => ({ name: `${metatype?.name}.${name}`, declared: loggedRoute(value as object) }));
  });
}
