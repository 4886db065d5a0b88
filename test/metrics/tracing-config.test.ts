import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const endpoint = 'http://127.0.0.1:4318';
const url = `${endpoint}/v1/traces`;

it.each([
  ['nothing', {}, undefined],
  ['an endpoint', { OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/` }, { url, serviceName: 'parley' }],
  ['a name alone', { OTEL_SERVICE_NAME: 'peace' }, undefined],
  ['the exporter', { OTEL_TRACES_EXPORTER: 'otlp' }, { url: undefined, serviceName: 'parley' }],
  ['no exporter', { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_EXPORTER: 'none' }, undefined],
  ['it turned off', { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'true' }, undefined],
  [
    'it not turned off',
    { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'false' },
    { url, serviceName: 'parley' },
  ],
])('an environment with %s is read as it is meant', (_, environment, tracing) => {
  expect(readConfig({ ...environment, PLAYGROUND: 'off' }).tracing).toEqual(tracing);
});

it('an exporter that is not there is refused in words', () => {
  expect(() => readConfig({ OTEL_TRACES_EXPORTER: 'zipkin' })).toThrow('OTEL_TRACES_EXPORTER is neither otlp nor none');
});
