import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

interface Attribute {
  key: string;
  value: { stringValue?: string };
}

interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Attribute[];
  status: { code?: number };
}

export interface SeenSpan {
  name: string;
  /** The name of the span that it is part of. */
  parent: string | undefined;
  attributes: Record<string, string | undefined>;
  isError: boolean;
}

/** A collector on loopback that takes traces by OTLP over HTTP, as JSON; `status` is what it answers with. */
export async function startCollector(status = 200) {
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    bodies.push({ path: request.url, body: await json(request) });
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  function spans(): SeenSpan[] {
    const all = bodies.flatMap((one) => {
      const { body } = one as { body: { resourceSpans: { scopeSpans: { spans: OtlpSpan[] }[] }[] } };
      return body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
    });
    return all.map(({ name, parentSpanId, attributes, status: { code } }) => ({
      name,
      parent: all.find(({ spanId }) => spanId === parentSpanId)?.name,
      attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue])),
      isError: code === 2,
    }));
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** All that came, as it came. */
    bodies,
    spans,
  };
}
