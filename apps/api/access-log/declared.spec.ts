import type { NestExpressApplication } from '@nestjs/platform-express';
import { ACCESS_KINDS } from '../../../domain/access/access-log';
import { routesOf } from '../../../test/support/routes';
import { createApplication } from '../application';
import { readApiConfig } from '../config';
import { createDocument } from '../openapi/document';
import { OFFLINE } from '../openapi/offline';

describe('the access log', () => {
  let app: NestExpressApplication;
  beforeAll(async () => {
    app = await createApplication(readApiConfig(OFFLINE));
  });

  it('is told by every route what it says of it: a kind of DPA 2018 s.62, or a reason why there is none', () => {
    const routes = routesOf(app);
    expect(routes.length).toBeGreaterThan(30);
    for (const { name, declared } of routes) {
      const logged = declared?.logged;
      const kind = typeof logged === 'object' && 'refusals' in logged ? logged.refusals : logged;
      const says =
        typeof kind === 'object' ? kind.nothing.length > 20 : kind !== undefined && ACCESS_KINDS.includes(kind);
      expect({ name, says }).toEqual({ name, says: true });
    }
  });

  it('is told what is in the document: a route whose answers are logged takes a justification', () => {
    const document = createDocument(app);
    const justified = Object.values(document.paths).flatMap((path) =>
      [path.get, path.post, path.put, path.delete].flatMap((operation) =>
        operation?.parameters?.some((it) => 'name' in it && it.name === 'X-Justification')
          ? [operation.operationId]
          : [],
      ),
    );
    const logged = routesOf(app).flatMap(({ declared }) => (typeof declared?.logged === 'string' ? [declared.id] : []));
    expect(justified.toSorted()).toEqual(logged.toSorted());
  });
});
