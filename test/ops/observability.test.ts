import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook_url: string };
}
interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: { uid: string };
  targets?: { expr: string; datasource: { uid: string } }[];
}
interface Dashboard {
  uid: string;
  schemaVersion: number;
  templating: { list: { name: string; type: string }[] };
  panels: Panel[];
}

const { groups } = parse(read('ops/prometheus/alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(read('ops/grafana/dashboards/parley.json')) as Dashboard;
const panels = dashboard.panels.filter(({ type }) => type !== 'row');
const asked = panels.flatMap(({ targets }) => targets?.map(({ expr }) => expr) ?? []);

/** Every metric that the sources declare, with the labels of each, and those that prom-client adds of its own. */
function declared(): Map<string, string[]> {
  const files = [
    'src/metrics.ts',
    ...(existsSync(join(root, 'src/metrics'))
      ? readdirSync(join(root, 'src/metrics')).map((one) => `src/metrics/${one}`)
      : []),
  ];
  const found = files.flatMap((file) =>
    read(file)
      .split(/\bnew (?=Counter|Gauge|Histogram|Summary)/u)
      .flatMap((text) => {
        const name = /name:\s*'(parley_\w+)'/u.exec(text)?.[1];
        const labels = /labelNames:\s*\[([^\]]*)\]/u.exec(text)?.[1] ?? '';
        return name === undefined
          ? []
          : [[name, [...labels.matchAll(/'(\w+)'/gu)].map(([, one]) => one as string)] as const];
      }),
  );
  const register = new Registry();
  collectDefaultMetrics({ register });
  const byDefault = register.getMetricsAsArray().map(({ name }) => [name, []] as const);
  register.clear();
  return new Map([...found, ...byDefault].map(([name, labels]) => [name, [...labels]]));
}
const metrics = declared();

/** What is made by Prometheus itself. */
const ofPrometheus = ['up', 'ALERTS'];
const baseOf = (name: string): string => (metrics.has(name) ? name : name.replace(/_(?:bucket|sum|count)$/u, ''));

/** The metrics that an expression names, each with the labels that it is chosen by. */
function selectorsIn(expr: string): { name: string; labels: string[] }[] {
  return [...expr.matchAll(/\b((?:parley|process|nodejs)_\w+|up|ALERTS)\b(?:\{([^}]*)\})?/gu)].map(
    ([, name, inner = '']) => ({
      name: name as string,
      labels: [...inner.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/gu)].map(([, label]) => label as string),
    }),
  );
}

/** What every target has, whichever metric it is. */
const ofTargets = ['job', 'instance', 'role', 'alertname', 'alertstate', 'le'];

function unknownIn(expr: string): string[] {
  return selectorsIn(expr).flatMap(({ name, labels }) => {
    if (ofPrometheus.includes(name)) return [];
    const known = metrics.get(baseOf(name));
    if (!known) return [name];
    return labels.filter((one) => ![...known, ...ofTargets].includes(one)).map((one) => `${name}{${one}}`);
  });
}

/** The anchors of a document's headings, as GitHub makes them of plain words. */
const anchorsOf = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gmu)].map(([, title]) =>
    (title as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

const promtool = (...given: string[]): boolean => {
  try {
    execFileSync('promtool', given, { cwd: root, stdio: 'pipe' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw new Error(String((error as { stdout?: Buffer }).stdout ?? error));
  }
};

describe('the alerts', () => {
  it.each(rules.map((rule) => [rule.alert, rule] as const))('%s looks at metrics that there are', (_, { expr }) => {
    expect(selectorsIn(expr)).not.toEqual([]);
    expect(unknownIn(expr)).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.alert, rule] as const))('%s says what is wrong and where to read on', (_, rule) => {
    expect(rule.labels.severity).toMatch(/^(?:critical|warning)$/u);
    expect(rule.annotations.summary).not.toBe('');
    const [file = '', anchor = ''] = rule.annotations.runbook_url.split('#');
    expect(anchorsOf(file)).toContain(anchor);
  });

  it('have names of their own, and each has a test', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    const tested = read('ops/prometheus/alerts.test.yml');
    expect(names.filter((name) => !tested.includes(name))).toEqual([]);
  });

  it('are told and silent as they should be, says promtool', ({ skip }) => {
    const isThere = promtool('--version');
    if (process.env.REQUIRE_PROMTOOL) expect(isThere).toBe(true);
    if (!isThere) skip('There is no promtool here; Debian has it in the package prometheus.');
    promtool('check', 'config', 'ops/prometheus/prometheus.yml');
    promtool('test', 'rules', 'ops/prometheus/alerts.test.yml');
  });
});

describe('the dashboard', () => {
  it.each(panels.map((panel) => [panel.title, panel] as const))(
    '%s shows metrics that there are',
    (_, { targets = [] }) => {
      expect(targets.length).toBeGreaterThan(0);
      expect(targets.flatMap(({ expr }) => unknownIn(expr))).toEqual([]);
    },
  );

  it('shows every metric of Parley’s own', () => {
    const shown = new Set(asked.flatMap(selectorsIn).map(({ name }) => baseOf(name)));
    expect([...metrics.keys()].filter((name) => name.startsWith('parley_') && !shown.has(name))).toEqual([]);
  });

  it('is one that Grafana reads, and leaves the data source and the instances to be chosen', () => {
    expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(39);
    expect(dashboard.templating.list.map(({ name }) => name)).toEqual(['datasource', 'job']);
    const sources = panels.flatMap(({ datasource, targets = [] }) => [
      datasource,
      ...targets.map((one) => one.datasource),
    ]);
    expect(sources.every((one) => one?.uid === '$' + '{datasource}')).toBe(true);
    expect(asked.filter((expr) => /instance=~?"/u.test(expr))).toEqual([]);
  });

  it('has every panel in a place of its own', () => {
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(dashboard.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  });
});

describe('what Prometheus and Grafana are given', () => {
  it('is where the compose file looks for it', () => {
    const { datasources } = parse(read('ops/grafana/provisioning/datasources/prometheus.yml')) as {
      datasources: { url: string }[];
    };
    expect(datasources.map(({ url }) => url)).toEqual(['http://prometheus:9090']);
    const { providers } = parse(read('ops/grafana/provisioning/dashboards/parley.yml')) as {
      providers: { options: { path: string } }[];
    };
    const folder = providers[0]?.options.path;
    expect(read('docker-compose.yml')).toContain(`./ops/grafana/dashboards:${folder}:ro`);
  });

  it('scrapes every service of Parley’s', () => {
    const { scrape_configs } = parse(read('ops/prometheus/prometheus.yml')) as {
      scrape_configs: { job_name: string; dns_sd_configs: { names: string[] }[] }[];
    };
    const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
      services: Record<string, { build?: string }>;
    };
    const ours = Object.keys(services).filter((name) => services[name]?.build !== undefined);
    expect(scrape_configs[0]?.dns_sd_configs[0]?.names.toSorted()).toEqual(ours.toSorted());
  });
});
