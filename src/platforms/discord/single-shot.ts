import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';

/** Discord said that too much was sent. */
export class LimitedError extends Error {
  override readonly name = 'LimitedError';
  readonly forMs: number;
  /** Whether it concerns the whole bot. */
  readonly everywhere: boolean;

  constructor(forMs: number, everywhere: boolean) {
    super('Too many requests');
    this.forMs = forMs;
    this.everywhere = everywhere;
  }
}

/** Discord did not accept the token, which may just be changed. */
export class TokenRefusedError extends Error {
  override readonly name = 'TokenRefusedError';
}

export interface SingleShotParts {
  token: string;
  /** Discord's API or a proxy of it, up to and including `/api`. */
  apiUrl: string | undefined;
  /** How long one request may take, its answer read. */
  timeoutMs: number;
}

/** Where Discord does not say how long to wait. */
const unsaidMs = 60_000;

/**
 * A REST client that makes each request once: it waits for no rate limit and repeats nothing. What would be one too many
 * is refused with discord.js' `RateLimitError` before it is sent, what Discord refuses with `LimitedError`.
 */
export function createSingleShot({ token, apiUrl, timeoutMs }: SingleShotParts): REST {
  const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
    // discord.js' own timeout ends with the headers of the answer.
    const inTime = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal as AbortSignal, inTime]) : inTime;
    const response = await DefaultRestOptions.makeRequest(url, { ...init, signal });
    if (response.status === 429) throw await limitOf(response);
    if (response.status === 401) {
      // discord.js would forget the token, and send nothing from then on.
      await response.arrayBuffer();
      throw new TokenRefusedError('Discord 401');
    }
    return response;
  };
  return new REST({
    ...(apiUrl !== undefined && { api: apiUrl }),
    makeRequest,
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    // Whoever hands out the requests counts them; a count that ran out here would pass for a limit of Discord's.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    // What is remembered of each channel is of no use once its limit is over; a fan-out has many channels.
    handlerSweepInterval: 60_000,
  }).setToken(token);
}

/** discord.js rounds up to seconds, and takes the limits of Cloudflare, which are the whole bot's, for those of a route. */
async function limitOf(response: Awaited<ReturnType<RESTOptions['makeRequest']>>): Promise<LimitedError> {
  const body = (await response.json().catch(() => undefined)) as
    | { retry_after?: unknown; global?: unknown }
    | undefined;
  const header = Number(response.headers.get('retry-after') ?? Number.NaN);
  const seconds = typeof body?.retry_after === 'number' ? body.retry_after : header;
  const forMs = Number.isFinite(seconds) ? Math.ceil(seconds * 1000) : unsaidMs;
  return new LimitedError(forMs, body === undefined || body.global === true);
}
