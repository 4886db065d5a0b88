import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const token = '4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcK';

describe('the configuration', () => {
  it('shows the playground where there is no token, and beside the platforms only where that is asked for', () => {
    const shows = (environment: Record<string, string>) => readConfig(environment).playground;
    expect(shows({})).toBe(true);
    expect(shows({ PLAYGROUND: 'off' })).toBe(false);
    expect(shows({ TELEGRAM_TOKEN: token })).toBe(false);
    expect(shows({ TELEGRAM_TOKEN: token, PLAYGROUND: 'on' })).toBe(true);
    expect(() => shows({ PLAYGROUND: 'yes' })).toThrow('PLAYGROUND is neither on nor off');
  });

  it('serves HTTP for the playground, the webhook or where a port is named; the playground alone makes do with any port', () => {
    const http = (environment: Record<string, string>) => readConfig(environment).http;
    const webhook = { TELEGRAM_TOKEN: token, TELEGRAM_WEBHOOK_URL: 'https://example.org/hook' };
    expect(http({})).toEqual({ host: '127.0.0.1', port: 8080, orAnyPort: true });
    expect(http({ PORT: '80' })).toEqual({ host: '127.0.0.1', port: 80, orAnyPort: false });
    expect(http({ PLAYGROUND: 'off' })).toBeUndefined();
    expect(http({ TELEGRAM_TOKEN: token })).toBeUndefined();
    expect(http(webhook)).toEqual({ host: '127.0.0.1', port: 8080, orAnyPort: false });
    expect(http({ ...webhook, PLAYGROUND: 'on' })).toMatchObject({ orAnyPort: false });
  });
});
