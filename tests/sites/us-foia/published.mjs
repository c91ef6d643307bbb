// The published files themselves, read without gongkai: their rows, and what a reader with a pencil
// finds in them.
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

export const kinds = ['requests', 'dispositions', 'exemptions', 'appeals', 'response-times', 'personnel', 'costs',
  'backlogs'];
export const total = 'All agencies';

/** The values of a CSV whose values are all in quotes or hold none. */
function lines(text) {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/).filter(Boolean).map((line) =>
    [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/g)].slice(0, -1)
      .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
}

/** year → kind → agency → heading → value, as written. */
export function readPublished(folder) {
  const years = readdirSync(folder).filter((name) => /^\d{4}$/.test(name)).sort();
  return new Map(years.map((year) => [Number(year), Object.fromEntries(kinds.map((kind) => {
    const [header, ...rows] = lines(readFileSync(join(folder, year, `${kind}.csv`), 'utf8'));
    return [kind, new Map(rows.map((row) =>
      [row[0], Object.fromEntries(header.map((heading, i) => [heading, row[i]]))]))];
  }))]));
}

/** A figure as a whole number of millionths; undefined where there is none. */
export function millionths(value) {
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(value?.trim() ?? '');
  return match ? BigInt(match[1] + match[2] + (match[3] ?? '').padEnd(6, '0')) : undefined;
}

// Who went on for whom: their figures carry over.
const predecessors = {
  'U.S. International Development Finance Corporation': 'Overseas Private Investment Corporation'};

/** Every tie that is broken: {rule, agency, year, found, expected}, in millionths. */
export function findings(published) {
  const broken = [];
  for (const [year, files] of published) {
    for (const agency of files.requests.keys()) {
      if (agency === total) continue;
      const [ask, dis, , app, time, staff, cost, back] = kinds.map((kind) =>
        Object.values(files[kind].get(agency)).slice(3).map(millionths));
      const before = published.get(year - 1);
      const last = (kind) => millionths(Object.values(before?.[kind].get(agency) ??
        before?.[kind].get(predecessors[agency]) ?? {})[6]);
      const tie = (rule, found, expected, holds = (a, b) => a === b) => {
        if (found === undefined || expected === undefined || holds(found, expected)) return;
        broken.push({rule, agency, year, found, expected});
      };
      const sum = (...parts) => parts.includes(undefined) ? undefined : parts.reduce((a, b) => a + b, 0n);
      const most = (a, b) => a <= b;
      tie('requests.balance', sum(ask[0], ask[1]), sum(ask[2], ask[3]));
      tie('appeals.balance', sum(app[0], app[1]), sum(app[2], app[3]));
      tie('dispositions.total', dis[12], sum(...dis.slice(0, 12)));
      tie('dispositions.processed', ask[2], dis[12]);
      tie('resources.staff', staff[2], sum(staff[0], staff[1]));
      tie('resources.costs', cost[2], sum(cost[0], cost[1]));
      tie('requests.carry_over', ask[0], last('requests'));
      tie('appeals.carry_over', app[0], last('appeals'));
      tie('backlogs.requests', back[0], ask[3], most);
      tie('backlogs.appeals', back[1], app[3], most);
      for (const i of [0, 4, 8]) {  // median, average, lowest, highest
        tie('response_times.order', time[i + 2], time[i], most);
        tie('response_times.order', time[i], time[i + 3], most);
      }
    }
  }
  return broken;
}
