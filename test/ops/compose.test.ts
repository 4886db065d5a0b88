import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { variableNames } from '../../src/config.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Service {
  image?: string;
  build?: string;
  profiles?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  user?: string;
  read_only?: boolean;
  cap_add?: string[];
  cap_drop?: string[];
  security_opt?: string[];
  tmpfs?: string[];
  mem_limit?: string;
  pids_limit?: number;
  stop_grace_period?: string;
  restart?: string;
  healthcheck?: { test: string[] };
  networks?: string[];
  env_file?: { path: string; required: boolean }[];
  depends_on?: Record<string, { condition: string; required: boolean }>;
  deploy?: { replicas: string };
}

const { services: named } = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };
const all = Object.entries(named);
const ours = all.filter(([, { build }]) => build !== undefined);
const namesOf = (services: [string, Service][]): string[] => services.map(([name]) => name);

/** The services that a profile brings, and without one those that are always there. */
const broughtBy = (profile?: string): string[] =>
  namesOf(all.filter(([, { profiles }]) => (profile ? profiles?.includes(profile) : profiles === undefined)));

/** How many of a service run unless .env says otherwise: `2` in `${GATEWAY_REPLICAS:-2}`. */
const replicasOf = ({ deploy }: Service): number => Number(/:-(\d+)\}$/u.exec(deploy?.replicas ?? '')?.[1]);

describe('docker-compose.yml', () => {
  it('is all that there is', () => {
    expect(readdirSync(root).filter((file) => /compose.*\.ya?ml$/u.test(file))).toEqual(['docker-compose.yml']);
    expect(parse(read('docker-compose.yml'), { merge: true })).not.toHaveProperty('include');
  });

  it('starts one container, and more where a profile is asked for', () => {
    expect(broughtBy()).toEqual(['parley']);
    expect(named.parley && replicasOf(named.parley)).toBe(1);
    expect(broughtBy('scale')).toEqual(['dispatcher', 'gateway', 'postgres', 'proxy', 'webhook']);
    expect(broughtBy('observe')).toEqual(['grafana', 'prometheus']);
  });

  it('demands no variable, for those of a profile that nobody asked for are looked up as well', () => {
    expect(read('docker-compose.yml')).not.toMatch(/\$\{\w+:?\?/u);
    expect(read('docker-compose.yml')).not.toMatch(/\$\{\w+\}/u);
  });

  it('runs two of each role beside the one that does everything', () => {
    const roles = ours.flatMap(([, service]) =>
      service.environment?.ROLE === undefined ? [] : [[service.environment.ROLE, replicasOf(service)]],
    );
    expect(Object.fromEntries(roles)).toEqual({ gateway: 2, webhook: 2, dispatcher: 2 });
  });

  it('has all processes on the same database, which .env names, and none wait for one that isn’t here', () => {
    for (const [name, { env_file, environment, networks, depends_on }] of ours) {
      expect(env_file, name).toEqual([{ path: '.env', required: false }]);
      expect(Object.keys(environment ?? {}), name).not.toContain('DATABASE_URL');
      expect(networks, name).toEqual(['default', 'database']);
      expect(depends_on, name).toEqual({ postgres: { condition: 'service_healthy', required: false } });
    }
  });

  it('lets nobody in but through the proxy, and keeps the database to itself', () => {
    expect(namesOf(all.filter(([name, { ports }]) => ports && broughtBy('scale').includes(name)))).toEqual(['proxy']);
    expect(named.postgres?.networks).toEqual(['database']);
  });

  it('has the proxy know every process that is there for Telegram’s updates', () => {
    const replicas = Array.from(
      { length: named.webhook ? replicasOf(named.webhook) : 0 },
      (_, i) => `parley-webhook-${i + 1}:8080`,
    );
    const proxied = /reverse_proxy (.+) \{/u.exec(read('ops/Caddyfile'))?.[1];
    expect(proxied?.split(' ')).toEqual([...replicas, 'parley:8080']);
  });
});

describe.each(all)('the service %s', (_, service) => {
  it('has no rights, and a file system that can’t be written to', () => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(service.tmpfs).toContain('/tmp');
  });

  it('takes no more than its share of the machine, and comes back', () => {
    expect(service.mem_limit).toMatch(/^\d+[mg]$/u);
    expect(service.pids_limit).toBeGreaterThan(0);
    expect(service.restart).toBe('unless-stopped');
  });

  it('is of a version that was chosen', () => {
    if (service.build === undefined) expect(service.image).toMatch(/:v?\d+\.\d+[\w.-]*$/u);
  });

  it('listens beyond this machine only where it is the proxy', () => {
    const open = (service.ports ?? []).filter((port) => !port.startsWith('127.0.0.1:'));
    expect(open).toEqual(service.image?.startsWith('caddy:') ? ['0.0.0.0:80:80', '0.0.0.0:443:443'] : []);
  });
});

describe.each(ours)('Parley as %s', (_, service) => {
  it('is nobody in particular, has time to stop and says whether it is ready', () => {
    expect(service.user).toBe('node');
    expect(service.stop_grace_period).toBe('1m');
    expect(service.healthcheck?.test.slice(0, 3)).toEqual(['CMD', 'node', '-e']);
    expect(service.healthcheck?.test[3]).toContain("fetch('http://127.0.0.1:8080/ready')");
  });

  it('is told only what it reads', () => {
    expect(Object.keys(service.environment ?? {}).filter((name) => !variableNames.includes(name))).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  it('runs as a user without rights, from versions that were chosen, and says whether it is ready', () => {
    const dockerfile = read('Dockerfile');
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gmu)].map(([, base]) => base);
    expect(bases.every((base) => /^node:20\.\d+-/u.test(base ?? ''))).toBe(true);
    expect(dockerfile).toMatch(/^USER node$/mu);
    expect(dockerfile).toMatch(/^HEALTHCHECK [\s\S]*\/ready/mu);
    expect(dockerfile).toContain('npm prune --omit=dev');
  });

  it('is given no secret and no data', () => {
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.git', '.env', '.env.*', 'data']));
  });
});
