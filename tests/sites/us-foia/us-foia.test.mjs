// A second country: tables of figures imported by a mapping, built, and compared with the tables,
// figure by figure, finding by finding.
//
//     GONGKAI=<gongkai> [DATA=<folder of years>] [SITE=<folder to make and keep>]
//         node --test us-foia.test.mjs
//
// Without DATA it takes the part of the data that stands beside it. With the whole data the sums of
// all agencies are compared too.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {csvRecords} from '../../data/reading.mjs';
import {findings, kinds, millionths, readPublished, total} from './published.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const program = resolve(process.env.GONGKAI);
const data = resolve(process.env.DATA ?? join(here, 'data'));
const scratch = mkdtempSync(join(tmpdir(), 'gongkai-us-foia-'));
const site = process.env.SITE ? resolve(process.env.SITE) : join(scratch, 'site');
after(() => rmSync(scratch, {recursive: true, force: true}));

const published = readPublished(data);
const years = [...published.keys()];
const files = (folder) => years.flatMap((year) =>
  kinds.map((kind) => join(folder, String(year), `${kind}.csv`)));

function run(args, options = {}) {
  const result = spawnSync(program, [...args, '--lang', 'en', '--clock', '2026-11-30'],
    {encoding: 'utf8', maxBuffer: 1 << 28, ...options});
  return {code: result.status, out: result.stdout, said: result.stdout + result.stderr};
}

/** A site without agencies; then with all that the files of `folder` hold. */
function importInto(target, folder, ...more) {
  mkdirSync(join(target, 'content'), {recursive: true});
  for (const name of ['site.yaml', 'content']) cpSync(join(here, name), join(target, name), {recursive: true});
  return run(['import', '--site', target, '--table', join(here, 'mapping.yaml'), ...more,
    ...files(folder)]);
}

/** heading → address, as the mapping has it. */
const addressOf = new Map([...readFileSync(join(here, 'mapping.yaml'), 'utf8')
  .matchAll(/^ {6}(.+): (\S+)$/gm)].map(([, heading, address]) => [heading, address]));

/** What a published value means: a figure as it is written, N/A, <1, or nothing. */
function meaning(value) {
  const text = value.trim();
  if (['N/A', 'n/a', 'N./A'].includes(text)) return 'N/A';
  return text === 'NaN' ? '' : text;
}

/** Every published figure: [year, agency, address, meaning]. */
function* figures() {
  for (const [year, tables] of published) {
    for (const kind of kinds) {
      for (const [agency, row] of tables[kind]) {
        if (agency === total) continue;
        for (const [heading, value] of Object.entries(row).slice(3)) {
          yield [year, agency, addressOf.get(heading), meaning(value)];
        }
      }
    }
  }
}

const agencyYears = years.reduce(
  (sum, year) => sum + published.get(year).requests.size - (published.get(year).requests.has(total)), 0);
let idOf;  // name → id

test('the files are imported, once', () => {
  if (process.env.SITE) rmSync(join(site, 'content'), {recursive: true, force: true});
  const first = importInto(site, data);
  assert.equal(first.code, 0, first.said);
  assert.match(first.said, new RegExp(`reports made: ${agencyYears}, updated: 0, unchanged: 0, kept: 0`));
  const again = importInto(site, data);
  assert.equal(again.code, 0, again.said);
  assert.match(again.said,
    new RegExp(`agencies made: 0; reports made: 0, updated: 0, unchanged: ${agencyYears}, kept: 0`));
});

test('the portal is built', () => {
  const built = run(['build', '--site', site, '--allow-failing', '--quiet']);
  assert.equal(built.code, 0, built.said);
  const list = csvRecords(readFileSync(join(site, 'public/data/reports.csv')));
  assert.equal(list.length, agencyYears);
  idOf = new Map(list.map((line) => [line.agency_name, line.agency]));
});

test('every figure of the long data is the published one', () => {
  const found = new Map();
  for (const year of years) {
    for (const line of csvRecords(readFileSync(join(site, `public/years/${year}/data/long.csv`)))) {
      const text = {figure: line.value, not_applicable: 'N/A', below_limit: '<1', not_reported: ''};
      assert.equal(line.origin === 'filed' || line.state !== 'figure', true, line.label);
      found.set(`${year} ${line.agency_name} ${line.table}.${line.row}.${line.column}`,
        text[line.state]);
    }
  }
  let count = 0;
  for (const [year, agency, address, value] of figures()) {
    assert.equal(found.get(`${year} ${agency} ${address}`), value, `${year} ${agency} ${address}`);
    ++count;
  }
  assert.equal(count, found.size);
  console.log(`${count} figures of ${agencyYears} reports in the long data`);
});

test('every figure on the report pages is the published one', () => {
  const pages = new Map();
  let count = 0;
  for (const [year, agency, address, value] of figures()) {
    const file = join(site, 'public/agencies', idOf.get(agency), String(year), 'index.html');
    if (!pages.has(file)) {
      pages.set(file, new Map([...readFileSync(file, 'utf8')
        .matchAll(/<td id="([^"]+)"[^>]*>(.*?)<\/td>/gs)].map(([, id, html]) => [id, html
        .replace(/<span class="hidden-text">.*?<\/span>/gs, '').replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<').replaceAll(',', '').trim()])));
    }
    const shown = pages.get(file).get(address);
    assert.equal(shown === '—' ? '' : shown, value, `${file} ${address}`);
    ++count;
  }
  console.log(`${count} figures on ${pages.size} report pages`);
});

/** What gongkai finds, as published.mjs says it, with the places that its messages point at. */
function found(target) {
  const checked = run(['check', '--site', target, '--format', 'json']);
  const {findings: list, messages} = JSON.parse(checked.out);
  const places = new Map();
  for (const message of messages) {
    const key = `${message.code} ${message.agency} ${message.year} ${message.cell}`;
    places.set(key, [message, ...message.notes].map((note) => `${note.file}:${note.line}`));
  }
  return list.filter((finding) => finding.outcome === 'failed').map((finding) => ({
    ...finding, found: millionths(finding.found), expected: millionths(finding.expected),
    places: places.get(`${finding.rule} ${finding.agency} ${finding.year} ${finding.cell}`) ?? [],
  }));
}

const said = (finding, agency) =>
  `${finding.rule} ${finding.year} ${agency}: ${finding.found} against ${finding.expected}`;

test('the findings are those of an independent computation', () => {
  const own = found(site).map((finding) => said(finding, finding.agency)).sort();
  const theirs = findings(published).map((finding) => said(finding, idOf.get(finding.agency))).sort();
  assert.deepEqual(own, theirs);
  const counts = {};
  for (const {rule} of findings(published)) counts[rule] = (counts[rule] ?? 0) + 1;
  console.log(`${own.length} findings, the same: ${JSON.stringify(counts)}`);
});

// Headings of cells that stand in an equality within one report, so that any change breaks it.
const planted = ['requests', 'dispositions', 'appeals', 'personnel', 'costs'].flatMap((kind) =>
  Object.keys([...published.get(years[0])[kind].values()][0]).slice(3)
    .filter((heading) => !addressOf.get(heading).startsWith('fees.'))
    .map((heading) => [kind, heading]));

function csv(rows) {
  const header = Object.keys([...rows.values()][0]);
  return [header, ...[...rows.values()].map(Object.values)]
    .map((line) => line.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n') + '\r\n';
}

test('500 planted errors are found at their cells', () => {
  const target = join(scratch, 'planted'), folder = join(scratch, 'planted-data');
  let seed = 20261124, left = 500, hits = 0;
  const next = (below) => (seed = (seed * 48271) % 2147483647) % below;
  while (left > 0) {
    // One error in a report, in as many reports as there are.
    const errors = [];
    const spoilt = readPublished(data);
    for (const [year, tables] of spoilt) {
      for (const agency of tables.requests.keys()) {
        if (agency === total || left === 0) continue;
        const [kind, heading] = planted[next(planted.length)];
        const row = tables[kind].get(agency);
        const value = millionths(row[heading]);
        if (value === undefined) continue;
        const places = row[heading].trim().split('.')[1]?.length ?? 0;
        const wrong = value + BigInt(1 + next(900)) * 10n ** BigInt(6 - places);
        row[heading] = (Number(wrong) / 1e6).toFixed(places);
        errors.push({year, agency, address: addressOf.get(heading)});
        --left;
      }
    }
    rmSync(folder, {recursive: true, force: true});
    for (const [year, tables] of spoilt) {
      mkdirSync(join(folder, String(year)), {recursive: true});
      for (const kind of kinds) {
        writeFileSync(join(folder, String(year), `${kind}.csv`), csv(tables[kind]));
      }
    }
    const imported = importInto(target, folder, ...(existsSync(target) ? ['--update'] : []));
    assert.equal(imported.code, 0, imported.said);
    const list = found(target);
    assert.deepEqual(list.map((finding) => said(finding, finding.agency)).sort(),
      findings(spoilt).map((finding) => said(finding, idOf.get(finding.agency))).sort());
    for (const {year, agency, address} of errors) {
      const report = `content/agencies/${idOf.get(agency)}/${year}/report.yaml`;
      const [, row] = address.split('.');
      const lines = readFileSync(join(target, report), 'utf8').split('\n');
      const at = list.some((finding) => finding.places.some((place) => {
        const [file, line] = place.split(':');
        return file === report && lineOf(lines, address) === Number(line);
      }));
      assert.ok(at, `${report}: nothing points at ${address} (${row})`);
      ++hits;
    }
  }
  console.log(`${hits} planted errors, all found at their cells`);
});

/** The line of report.yaml that holds a row: as many lines below its table as the form has it. */
function lineOf(lines, address) {
  const heading = [...addressOf].find(([, other]) => other === address)[0];
  const table = {requests: 'V.A', dispositions: 'V.B(1)', appeals: 'VI.A', resources: 'IX'}[address.split('.')[0]];
  const start = lines.indexOf(`  ${table}:`);
  const label = heading.includes('"') ? JSON.stringify(heading) : heading;
  return lines.findIndex((line, i) => i > start && line.startsWith(`    ${label}:`)) + 1;
}

const whole = [...published.values()].every((tables) => tables.requests.size > 100);
test('sums over all agencies are those that were published', {skip: !whole}, () => {
  const plain = (html) => html.replace(/<[^>]+>/g, ' ').replaceAll(',', '').trim().split(/\s+/)[0];
  let equal = 0;
  for (const [year, tables] of published) {
    const sums = new Map();
    for (const [other, , address, value] of figures()) {
      const number = millionths(value);
      if (other === year && number !== undefined) {
        sums.set(address, (sums.get(address) ?? 0n) + number);
      }
    }
    for (const kind of kinds) {
      const row = tables[kind].get(total);
      for (const [heading, value] of Object.entries(row ?? {}).slice(3)) {
        if (addressOf.get(heading) === 'fees.share.overall') continue;  // no sum
        if (millionths(value) === sums.get(addressOf.get(heading))) ++equal;
        else console.log(`${year} ${heading}: published ${value}, sum ${Number(sums.get(addressOf.get(heading))) / 1e6}`);
      }
    }
    // The year archive prints the sums of its indicators.
    const page = readFileSync(join(site, `public/years/${year}/index.html`), 'utf8');
    const printed = page.match(/<tr class="total[^"]*">.*?<\/tr>/s)[0]
      .match(/<td[^>]*>.*?<\/td>/gs).map(plain);
    for (const [kind, heading] of [['requests', 'Number of Requests Received in Fiscal Year'],
      ['requests', 'Number of Requests Processed in Fiscal Year'],
      ['requests', 'Number of Requests Pending as of End of Fiscal Year'],
      ['backlogs', 'Number of Backlogged Requests as of End of Fiscal Year'],
      ['costs', 'Total Costs']]) {
      assert.ok(printed.includes(tables[kind].get(total)[heading]),
        `${year} ${heading}: ${tables[kind].get(total)[heading]} is not among ${printed}`);
    }
  }
  console.log(`${equal} published sums are the sums of the agencies`);
});
