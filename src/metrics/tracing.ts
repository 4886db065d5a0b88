import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Finding } from '../core/catalogue.ts';
import type { Platform } from '../core/community.ts';
import type { Asked } from '../core/watch.ts';

/** Spans of what people ask. They say what a command's metrics say, and no more: neither words nor ids. */
export interface Tracing {
  command(platform: Platform, asked: Asked, answer: () => Promise<void>): Promise<void>;
  /** Within a command; elsewhere nothing is traced. */
  request<T>(platform: Platform, send: () => Promise<T>): Promise<T>;
  search(find: () => Finding): Finding;
  /** Sends what is not yet sent, as far as that is soon done; never rejects. */
  stop(): Promise<void>;
}

export interface TracingParts {
  /** Where OTLP over HTTP is taken; the SDK's usual place unless told. */
  url: string | undefined;
  serviceName: string;
  /** Told once when spans can't be sent, and again only after they could. */
  onFault(error: unknown): void;
}

/** How long a collector is waited for that does not answer. */
const stopWithinMs = 2000;

/**
 * Traces by OpenTelemetry's SDK, which reads its other variables (headers, sampler, batches) from the environment
 * itself. Nothing is registered globally: what is under way is known from an AsyncLocalStorage of its own.
 */
export function createTracing({ url, serviceName, onFault }: TracingParts): Tracing {
  const exporter = new OTLPTraceExporter(url === undefined ? {} : { url });
  let isFailing = false;
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': serviceName }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [
      new BatchSpanProcessor({
        export: (spans, done) =>
          exporter.export(spans, (result) => {
            if (result.error && !isFailing) onFault(result.error);
            isFailing = result.error !== undefined;
            done(result);
          }),
        shutdown: () => exporter.shutdown(),
        forceFlush: () => exporter.forceFlush(),
      }),
    ],
  });
  const tracer = provider.getTracer('parley');
  const within = new AsyncLocalStorage<Context>();

  async function command(platform: Platform, asked: Asked, answer: () => Promise<void>): Promise<void> {
    const span = tracer.startSpan('command', { kind: SpanKind.SERVER, attributes: { platform } }, ROOT_CONTEXT);
    try {
      await within.run(trace.setSpan(ROOT_CONTEXT, span), answer);
    } finally {
      if (asked.command !== undefined) {
        span.updateName(`command ${asked.command}`);
        span.setAttributes({ command: asked.command, outcome: asked.outcome });
        if (asked.outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      }
    }
  }

  /** A span within the command under way, if there is one. */
  function part(name: string, platform?: Platform): Span | undefined {
    const parent = within.getStore();
    // What a command leaves to be done later, such as keeping a message up to date, is no part of it.
    if (!parent || !trace.getSpan(parent)?.isRecording()) return undefined;
    const attributes = platform === undefined ? {} : { platform };
    return tracer.startSpan(name, { kind: platform ? SpanKind.CLIENT : SpanKind.INTERNAL, attributes }, parent);
  }

  async function request<T>(platform: Platform, send: () => Promise<T>): Promise<T> {
    const span = part('request', platform);
    try {
      return await send();
    } catch (error) {
      // An error's message may tell what was sent.
      span?.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span?.end();
    }
  }

  function search(find: () => Finding): Finding {
    const span = part('search');
    try {
      const finding = find();
      span?.setAttribute('outcome', finding.outcome);
      return finding;
    } finally {
      span?.end();
    }
  }

  async function stop(): Promise<void> {
    // What can't be sent was told already.
    const sent = provider.shutdown().catch(() => undefined);
    await Promise.race([sent, sleep(stopWithinMs, undefined, { ref: false })]);
  }

  return { command, request, search, stop };
}
