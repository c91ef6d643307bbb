// Published data read back: every cell of every report from CSV, XLSX and JSON; the codebook, the
// metadata and the catalogue; digests, `verify` and `export`.
//
//     GONGKAI=<gongkai> PORTAL=<site folder, built> SITE=<tests/sites/pass_data_of_every_kind>
//     REAL=<tests/real> node --test data.test.mjs
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync}
  from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {csvRecords, plainText, readCsv, readXlsx, sheetLines} from './reading.mjs';

const program = resolve(process.env.GONGKAI);
const folder = mkdtempSync(join(tmpdir(), 'gongkai-data-'));
after(() => rmSync(folder, {recursive: true, force: true}));

function run(...args) {
  const result = spawnSync(program, [...args, '--lang', 'en'], {encoding: 'utf8'});
  return {code: result.status, said: result.stdout + result.stderr};
}

function build(site) {
  const result = run('build', '--site', site, '--clock', '2026-11-30');
  assert.equal(result.code, 0, result.said);
  return join(site, 'public');
}

function filesOf(root, pattern) {
  return readdirSync(root, {recursive: true}).map((name) => name.replaceAll('\\', '/'))
    .filter((name) => pattern.test(name) && statSync(join(root, name)).isFile()).sort();
}

const bytes = (root, name) => readFileSync(join(root, name));
const json = (root, name) => JSON.parse(bytes(root, name).toString('utf8'));
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const addressOf = (cell) => [cell.table, cell.row, cell.column].filter(Boolean).join('.');

const site = join(folder, 'site');
const portals = {sample: join(resolve(process.env.PORTAL), 'public')};
before(() => {
  cpSync(process.env.SITE, site, {recursive: true});
  portals.site = build(site);
});

/** The cells of long data as they are meant: address → value, text, unit, state, origin, note. */
function longCells(root, name) {
  return new Map(csvRecords(bytes(root, name)).map((line) => [addressOf(line), {
    value: line.value, text: plainText(line.text), unit: plainText(line.unit),
    state: line.state, origin: line.origin, note: plainText(line.note),
  }]));
}

/** The same from JSON; numbers as they are written there, which JSON.parse would not keep. */
function jsonCells(root, name) {
  const text = bytes(root, name).toString('utf8')
    .replaceAll(/"value": (-?[0-9.]+)/g, '"value": "$1"');
  return new Map(JSON.parse(text).tables.flatMap((table) => table.cells.map((cell) => [
    addressOf({table: table.id, ...cell}), {
      value: cell.value ?? '', text: cell.text ?? '', unit: cell.unit ?? '', state: cell.state,
      origin: cell.origin ?? '', note: cell.note ?? '',
    }])));
}

/** Letters of a column, and whether it is hidden. */
const columnOf = (name) =>
  [.../^[A-Z]+/.exec(name)[0]].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0);
const isHidden = (sheet, name) =>
  sheet.hidden.some(([first, last]) => columnOf(name) >= first && columnOf(name) <= last);

/** The visible cells of each line of a sheet, from left to right. */
function visibleLines(sheet) {
  const lines = [];
  for (const [name, cell] of sheet.cells) {
    if (!isHidden(sheet, name)) (lines[/\d+$/.exec(name)[0] - 1] ??= []).push(cell);
  }
  return Array.from(lines, (line) => line ?? []);
}

/** What a workbook says of each cell that it prints, found by the printed labels of the lines. */
function bookCells(root, dataFolder, codebook, form) {
  const sheets = readXlsx(bytes(root, `${dataFolder}/report.xlsx`));
  const report = json(root, `${dataFolder}/report.json`);
  const cells = new Map();
  report.tables.forEach((table, index) => {
    const lines = visibleLines(sheets[index]);
    const file = table.id === 'long' ? 'long-table' : table.id;
    let at = 0;
    for (const line of csvRecords(bytes(root, `${dataFolder}/${file}.csv`))) {
      const own = codebook.filter((cell) => cell.form === form && cell.table === table.id &&
        (line.label === undefined || (line.number ? cell.number === line.number
          : plainText(cell.label).startsWith(`${plainText(line.label)}·`))));
      if (line.label === undefined) {
        at = lines.length - 1;
      } else {
        at = lines.findIndex((found, i) => i >= at && found.some(
          (cell) => cell.value === plainText(line.label)));
        assert.ok(at >= 0, `${dataFolder}: ${table.id} has no line ${line.label}`);
      }
      const figures = lines[at].slice(-own.length);
      own.forEach((cell, i) => cells.set(cell.address, figures[i]));
      ++at;
    }
  });
  const notes = new Map();
  const lines = sheetLines(sheets.at(-1));
  const start = lines.findIndex((line) => line[2] === 'cell' && line[3] === 'state');
  for (const line of lines.slice(start + 1)) notes.set(line[2], line);
  return {cells, notes, sheets};
}

const reportFolders = (root) => filesOf(root, /\/data\/report\.json$/).map((name) => dirname(name));

for (const name of ['sample', 'site']) {
  test(`${name}: long CSV, JSON and XLSX say the same of every cell`, () => {
    const root = portals[name];
    const codebook = csvRecords(bytes(root, 'data/codebook.csv'));
    const folders = reportFolders(root);
    assert.ok(folders.length >= 3);
    for (const data of folders) {
      const long = longCells(root, `${data}/long.csv`);
      assert.deepEqual(jsonCells(root, `${data}/report.json`), long, data);
      const form = json(root, `${data}/report.json`).form;
      const {cells, notes} = bookCells(root, data, codebook, form);
      let seen = 0;
      for (const [address, cell] of long) {
        const shown = cells.get(address);
        if (!shown) {
          assert.ok(cell.origin === 'derived' || cell.origin === '', `${data}: ${address}`);
          continue;
        }
        ++seen;
        const note = notes.get(address);
        assert.equal(note?.[3] ?? 'figure', cell.state, `${data}: ${address}`);
        assert.equal(note?.[4] ?? (note ? '' : 'filed'), cell.origin, `${data}: ${address}`);
        assert.equal(note?.[1] ?? '', cell.note, `${data}: ${address}`);
        if (cell.state === 'figure') {
          assert.equal(shown.type, 'number', `${data}: ${address}`);
          assert.equal(Number(shown.value), Number(cell.value), `${data}: ${address}`);
          const places = cell.value.split('.')[1]?.length ?? 0;
          assert.equal(shown.format, places === 0 ? '0' : `0.${'0'.repeat(places)}`);
        } else if (cell.state === 'not_reported') {
          assert.equal(shown.type, 'blank', `${data}: ${address}`);
        } else {
          assert.equal(shown.type, 'text', `${data}: ${address}`);
          if (cell.state === 'text') assert.equal(shown.value, cell.text);
        }
      }
      const leaves = codebook.filter((cell) => cell.form === form && cell.role !== 'head').length;
      assert.ok(seen >= leaves, `${data}: ${seen} of ${leaves} cells found in the workbook`);
    }
  });

  test(`${name}: the wide CSV prints the same figures`, () => {
    const root = portals[name];
    for (const data of reportFolders(root)) {
      const cells = longCells(root, `${data}/long.csv`);
      for (const {id} of json(root, `${data}/report.json`).tables) {
        const file = id === 'long' ? 'long-table' : id;
        const printed = readCsv(bytes(root, `${data}/${file}.csv`)).slice(1)
          .flatMap((line) => line.slice(0, -1)).filter((field) => /^-?[0-9.]+$/.test(field));
        const own = [...cells].filter(([address, cell]) => address.startsWith(`${id}.`) &&
          (cell.value !== '' || /^-?[0-9.]+$/.test(cell.text)) && cell.origin !== 'derived');
        const values = own.map(([, cell]) => cell.value || cell.text);
        for (const value of values) assert.ok(printed.includes(value), `${data}: ${id}: ${value}`);
      }
    }
  });

  test(`${name}: every CSV is what its metadata says`, () => {
    const root = portals[name];
    const types = {
      string: /[^]*/, integer: /^-?[0-9]+$/, decimal: /^-?[0-9]+(\.[0-9]+)?$/,
      date: /^\d{4}-\d\d-\d\d$/,
    };
    const described = new Set();
    for (const metadata of filesOf(root, /csv-metadata\.json$/)) {
      const group = json(root, metadata);
      assert.equal(group['@context'], 'http://www.w3.org/ns/csvw');
      for (const table of group.tables) {
        const csv = join(dirname(metadata), table.url);
        described.add(csv);
        const schema = json(root, join(dirname(metadata), table.tableSchema));
        const [header, ...lines] = readCsv(bytes(root, csv));
        assert.deepEqual(header, schema.columns.map((column) => column.titles), csv);
        const names = schema.columns.map((column) => column.name);
        assert.equal(new Set(names).size, names.length, csv);
        for (const name of names) assert.match(name, /^[A-Za-z0-9][A-Za-z0-9_.-]*$/);
        for (const line of lines) {
          assert.equal(line.length, header.length, csv);
          line.forEach((field, i) => {
            const {datatype, separator, null: nulls = ['']} = schema.columns[i];
            if (nulls.includes(field)) return;
            for (const value of separator ? field.split(separator) : [field]) {
              assert.match(value, types[datatype], `${csv}: ${names[i]}`);
            }
          });
        }
      }
    }
    assert.deepEqual([...described].sort(), filesOf(root, /^(agencies|years|data)\/.*\.csv$/)
      .filter((csv) => dirname(csv).endsWith('data')));
  });

  test(`${name}: the codebook names the addresses of the data and no other`, () => {
    const root = portals[name];
    const inData = new Set();
    for (const csv of filesOf(root, /^years\/\d+\/data\/long\.csv$/)) {
      for (const line of csvRecords(bytes(root, csv))) inData.add(`${line.form} ${addressOf(line)}`);
    }
    const inBook = csvRecords(bytes(root, 'data/codebook.csv'))
      .map((cell) => `${cell.form} ${cell.address}`);
    assert.equal(new Set(inBook).size, inBook.length);
    assert.deepEqual(inBook.sort(), [...inData].sort());
    const inJson = json(root, 'data/codebook.json').forms
      .flatMap((form) => form.cells.map((cell) => `${form.id} ${cell.address}`));
    assert.deepEqual(inJson.sort(), inBook);
    const page = bytes(root, 'data/codebook/index.html').toString('utf8');
    for (const address of inData) {
      assert.ok(page.includes(`<code>${address.split(' ')[1]}</code>`), address);
    }
  });

  test(`${name}: years and agencies hold the lines of their reports`, () => {
    const root = portals[name];
    for (const kind of [/^years\/\d+\/data\/long\.csv$/, /^agencies\/[^/]+\/data\/long\.csv$/]) {
      const together = filesOf(root, kind)
        .flatMap((csv) => readCsv(bytes(root, csv)).slice(1).map((line) => line.join('\u0000')));
      const single = reportFolders(root).flatMap(
        (data) => readCsv(bytes(root, `${data}/long.csv`)).slice(1).map((line) => line.join('\u0000')));
      assert.deepEqual(together.sort(), single.sort());
    }
    for (const lines of filesOf(root, /reports\.jsonl$/)) {
      for (const line of bytes(root, lines).toString('utf8').trimEnd().split('\n')) {
        const report = JSON.parse(line);
        const own = json(root, `agencies/${report.agency.id}/${report.year}/data/report.json`);
        assert.deepEqual(report, own);
      }
    }
  });

  test(`${name}: the overview workbook of a year holds every figure`, () => {
    const root = portals[name];
    for (const book of filesOf(root, /tables\.xlsx$/)) {
      const found = new Map();
      for (const sheet of readXlsx(bytes(root, book))) {
        const [addresses, , ...lines] = sheetLines(sheet);
        for (const line of lines) {
          line.forEach((value, i) => {
            if (i >= 4) found.set(`${line[0]} ${line[2]} ${addresses[i]}`, value);
          });
        }
      }
      for (const line of csvRecords(bytes(root, join(dirname(book), 'long.csv')))) {
        const value = found.get(`${line.agency} ${line.year} ${addressOf(line)}`);
        if (line.state === 'figure') assert.equal(Number(value), Number(line.value));
        if (line.state === 'not_reported') assert.equal(value, undefined);
      }
    }
  });

  test(`${name}: digests follow docs/data.md`, () => {
    const root = portals[name];
    const listed = new Map(bytes(root, 'data/digests.txt').toString('utf8').trimEnd().split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]));
    const computed = new Map();
    const escaped = (text) => text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t')
      .replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    for (const data of reportFolders(root)) {
      const report = json(root, `${data}/report.json`);
      const page = bytes(root, `${dirname(data)}/index.html`).toString('utf8');
      const cells = jsonCells(root, `${data}/report.json`);
      for (const table of report.tables) {
        const lines = [...cells].filter(([address]) => address.startsWith(`${table.id}.`))
          .map(([address, cell]) => Buffer.from([address, ...['state', 'value', 'text', 'unit',
            'origin', 'note'].map((key) => escaped(cell[key]))].join('\t') + '\n'))
          .sort(Buffer.compare);
        const head = ['gongkai-table 1', report.agency.id, report.year, report.form, report.scope,
          table.id].map((line) => `${line}\n`).join('');
        const digest = sha256(Buffer.concat([Buffer.from(head), ...lines]));
        assert.equal(table.sha256, digest, `${data}: ${table.id}`);
        assert.ok(page.includes(digest), `${data}: the page does not print the digest`);
        computed.set(`${data}/${table.id}`, digest);
      }
    }
    assert.deepEqual(new Map([...computed].sort()), new Map([...listed].sort()));
    assert.equal(json(root, 'data/digests.json').tables.length, listed.size);
  });

  test(`${name}: the catalogue fits its schema and offers files that are there`, () => {
    const root = portals[name];
    const require = createRequire(new URL('../browser/package.json', import.meta.url));
    const Ajv = require('ajv');
    const schema = JSON.parse(readFileSync(new URL('catalog.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv({allErrors: true}).compile(schema);
    const catalogue = json(root, 'data/data.json');
    assert.ok(validate(catalogue), JSON.stringify(validate.errors));
    const years = filesOf(root, /^years\/\d+\/index\.html$/).length;
    assert.equal(catalogue.dataset.length, years);
    const base = name === 'site' ? 'https://www.example.org/reports/' : 'https://x.invalid/';
    for (const dataset of catalogue.dataset) {
      for (const {downloadURL} of dataset.distribution) {
        assert.equal(URL.canParse(downloadURL), name === 'site', downloadURL);
        const url = new URL(downloadURL, `${base}data/data.json`).href;
        assert.ok(url.startsWith(base));
        assert.ok(statSync(join(root, decodeURI(url.slice(base.length)))).isFile());
      }
    }
    const dcat = json(root, 'data/dcat.jsonld');
    assert.equal(dcat['dcat:dataset'].length, years);
  });

  test(`${name}: every page of downloads describes itself as a data set`, () => {
    const root = portals[name];
    const pages = filesOf(root, /\bdata\/index\.html$/);
    assert.ok(pages.length > reportFolders(root).length);
    for (const page of pages) {
      const html = bytes(root, page).toString('utf8');
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
      if (/http-equiv="refresh"/.test(html)) continue;
      assert.ok(data, page);
      assert.ok(!data.includes('<'));
      assert.equal(JSON.parse(data)['@type'], 'Dataset');
    }
  });
}

/** A rule's formula as a number, from the cells that it names. */
function evaluate(formula, sheets) {
  const script = formula
    .replaceAll(/'([^']+)'!([A-Z]+\d+)/g, (all, sheet, cell) => {
      const found = sheets.find(({name}) => name === sheet)?.cells.get(cell);
      assert.equal(found?.type, 'number', `${formula}: ${all} is no number`);
      return `(${found.value})`;
    })
    .replaceAll(/\b(ROUND|MAX|MIN|IF|ABS)\(/g, 'f.$1(').replaceAll(/([^<>=])=([^=])/g, '$1==$2');
  const f = {
    ROUND: (x, places) => Math.round(x * 10 ** places) / 10 ** places + 0,
    MAX: Math.max, MIN: Math.min, ABS: Math.abs, IF: (condition, yes, no) => condition ? yes : no,
  };
  return new Function('f', `return ${script}`)(f);
}

test('hidden formulas hold what each rule is missed by', () => {
  const failing = join(folder, 'failing');
  cpSync(site, failing, {recursive: true});
  const file = join(failing, 'content/agencies/library/2024/report.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('open: {people: 2', 'open: {people: 4'));
  const result = run('build', '--site', failing, '--clock', '2026-11-30', '--allow-failing');
  assert.equal(result.code, 0, result.said);
  let formulas = 0, misses = 0;
  for (const root of [...Object.values(portals), join(failing, 'public')]) {
    for (const data of reportFolders(root)) {
      const sheets = readXlsx(bytes(root, `${data}/report.xlsx`));
      const checks = sheets.at(-2);
      const tables = sheets.slice(0, -2);
      if (tables.length === 0) continue;
      const words = sheetLines(checks);
      for (const [name, cell] of checks.cells) {
        if (!cell.formula) continue;
        ++formulas;
        assert.ok(isHidden(checks, name));
        assert.equal(evaluate(cell.formula, sheets), Number(cell.value), `${data}: ${cell.formula}`);
        const outcome = words[/\d+$/.exec(name)[0] - 1][3];
        const missed = Number(cell.value) !== 0;
        if (root.startsWith(failing)) assert.equal(missed, outcome === 'failed', cell.formula);
        else assert.ok(!missed, `${data}: ${outcome}`);
        if (missed) ++misses;
      }
      for (const table of tables) assert.equal(table.conditions.length, 1, data);
    }
  }
  assert.ok(formulas > 300, `${formulas} formulas`);
  assert.ok(misses > 1, `${misses} missed`);
});

test('sheets stand still under their heads and are merged as printed', () => {
  const sheets = readXlsx(bytes(portals.site, 'agencies/library/2024/data/report.xlsx'));
  assert.deepEqual(sheets.map((sheet) => sheet.name),
    ['Requests', 'Measures   all', 'Appeals', 'Checks', 'Notes']);
  assert.ok(sheets[0].frozen && sheets[2].frozen);
  assert.ok(sheets[0].merged.includes('A1:C2'), sheets[0].merged.join(' '));  // the corner
  assert.ok(sheets[0].merged.includes('D1:F1'), sheets[0].merged.join(' '));  // Applicants
});

const numeral = ['', '一', '二', '三', '四', '五', '六', '七'];
const groups = {A: 'proactive', B: 'requests', C: 'disputes'};
const columns = {amount_wan_yuan: 'amount', amount_yuan: 'amount'};

/** `3.3.5` as the form prints it: 三（三）5. */
function printedNumber(key) {
  const [first, second, third] = key.split('.');
  return numeral[first] + (second ? `（${numeral[second]}）` : '') + (third ?? '');
}

test('the sample portal publishes the transcribed figures', () => {
  let compared = 0;
  const codebook = csvRecords(bytes(portals.sample, 'data/codebook.csv'));
  for (const file of readdirSync(process.env.REAL).filter((name) => name.endsWith('.json'))) {
    const sheet = JSON.parse(readFileSync(join(process.env.REAL, file), 'utf8'));
    const [, agency, year] = /^(.*)-(\d{4})\.json$/.exec(file);
    const cells = longCells(portals.sample, `agencies/${agency}/${year}/data/long.csv`);
    for (const [key, table] of Object.entries(groups)) {
      for (const [row, figures] of Object.entries(sheet[key])) {
        for (const [name, value] of Object.entries(figures)) {
          if (name === 'amount_raw') continue;
          const column = columns[name] ?? name;
          const address = table === 'requests' ? codebook.find((cell) => cell.form === sheet.format &&
            cell.number === printedNumber(row) && cell.column === column)?.address
            : `${table}.${row}.${column}`;
          const cell = cells.get(address);
          assert.ok(cell, `${file}: ${key} ${row} ${name}`);
          ++compared;
          if (value === null) {
            assert.notEqual(cell.origin, 'filed', `${file}: ${address}`);
          } else {
            assert.equal(cell.value, String(value), `${file}: ${address}`);
          }
        }
      }
    }
  }
  assert.ok(compared > 1000, `${compared} cells compared`);
});

test('states, notes, units and texts of every kind', () => {
  const cells = longCells(portals.site, 'agencies/library/2024/data/long.csv');
  const expected = `
    requests.new.people|12|||figure|filed|=1+1
    requests.new.firms|3|||figure|filed|-5, of them "two" late
    requests.new.total|15|||figure|computed|
    requests.granted.people|9|||figure|filed|
    requests.granted.firms|2|||figure|filed|
    requests.granted.total|11|||figure|filed|
    requests.refused.people|1|||figure|derived|
    requests.refused.firms|1|||figure|derived|
    requests.refused.total|2|||figure|derived|
    requests.secret.people|1|||figure|filed|
    requests.secret.firms|0|||figure|filed|
    requests.secret.total|1|||figure|filed|
    requests.private.people|0|||figure|filed|
    requests.private.firms|1|||figure|filed|
    requests.private.total|1|||figure|filed|
    requests.done.people|10|||figure|computed|
    requests.done.firms|3|||figure|computed|
    requests.done.total|13|||figure|computed|
    requests.open.people|2|||figure|filed|
    requests.open.firms|0|||figure|filed|
    requests.open.total|2|||figure|filed|
    measures.waiting.figure|||days|below_limit|filed|
    measures.waiting.before|7.5||days|figure|filed|
    measures.fees.figure|0.123456||yuan|figure|filed|
    measures.fees.before|12500.50||yuan|figure|filed|
    measures.change.figure|-5|||figure|filed|
    measures.change.before|1036|||figure|filed|'quoted
    measures.share.figure||||not_applicable|filed|
    measures.share.before|12.50|||figure|filed|
    measures.remark.figure||@home\tor away||text|filed|
    measures.remark.before||-5||text|filed|
    appeals.first.kept|0|||figure|filed|
    appeals.first.changed|0|||figure|declared_zero|
    appeals.first.total|0|||figure|filed|
    appeals.second.kept||||not_reported||
    appeals.second.changed||||not_reported||
    appeals.second.total||||not_reported||`.trim().split('\n').map((line) => {
    const [address, value, text, unit, state, origin, note] = line.trim().split('|');
    return [address, {value, text, unit, state, origin, note}];
  });
  for (const [address, cell] of expected) assert.deepEqual(cells.get(address), cell, address);
  assert.equal(cells.size, expected.length);

  const raw = bytes(portals.site, 'agencies/library/2024/data/long.csv').toString('utf8');
  assert.ok(raw.includes(",'=1+1,") && raw.includes(",-5,") && !raw.includes(",=1+1,"));
  assert.ok(raw.includes('"\'-5, of them ""two"" late"') && raw.includes(",''quoted,"));
  const archive = csvRecords(bytes(portals.site, 'agencies/archive/2024/data/long.csv'));
  assert.equal(archive[0].agency_name, "'=Archive");
  const unsplit = longCells(portals.site, 'agencies/library/2023/data/long.csv');
  assert.equal(unsplit.get('requests.refused.people').origin, 'filed');
  assert.equal(unsplit.get('requests.secret.people').state, 'not_reported');
});

test('corrections are data', () => {
  const data = 'agencies/library/2024/data';
  const line = csvRecords(bytes(portals.site, `${data}/long.csv`))
    .find((cell) => addressOf(cell) === 'requests.granted.people');
  assert.equal(line.corrected_on, '2025-02-11;2025-03-02');
  assert.equal(line.published_before, '7;8');
  const digests = line.digest_before.split(';');
  // The table as it was: built anew with the old figure, its totals added up from it.
  const earlier = join(folder, 'earlier');
  cpSync(site, earlier, {recursive: true});
  const file = join(earlier, 'content/agencies/library/2024/report.yaml');
  const text = readFileSync(file, 'utf8').replace(/corrections:\n(  - .*\n)+/, '')
    .replace('open: {people: 2', 'open: {people: 3');
  const before = text.replace('granted: [9, 2, 11]', 'granted: [8, 2, 11]');
  assert.notEqual(before, text);
  writeFileSync(file, before);
  const result = run('build', '--site', earlier, '--clock', '2026-11-30', '--allow-failing');
  assert.equal(result.code, 0, result.said);
  const root = join(earlier, 'public');
  const cells = jsonCells(root, `${data}/report.json`);
  assert.equal(cells.get('requests.done.people').value, '9');
  const list = csvRecords(bytes(portals.site, 'data/corrections.csv'));
  assert.deepEqual(list.map((entry) => [entry.date, entry.table, entry.published_before]), [
    ['2025-02-11', 'requests', '7'], ['2025-03-02', 'requests', '8'],
    ['2025-04-01', 'measures', 'not_reported']]);
  assert.equal(plainText(list[0].text), '+ another one');
  assert.equal(list[1].digest_before, digests[1]);
  assert.notEqual(digests[0], digests[1]);
  const report = json(portals.site, `${data}/report.json`);
  assert.equal(report.corrections.length, 3);
});

test('the digest before a correction is that of the table as it was', () => {
  const data = 'agencies/library/2024/data';
  const earlier = join(folder, 'as-it-was');
  cpSync(site, earlier, {recursive: true});
  const file = join(earlier, 'content/agencies/library/2024/report.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/corrections:\n(  - .*\n)+/, '')
    .replace('change: [-5,', 'change: [~,'));
  const root = build(earlier);
  const then = json(root, `${data}/report.json`).tables.find((table) => table.id === 'measures');
  const line = csvRecords(bytes(portals.site, `${data}/long.csv`))
    .find((cell) => addressOf(cell) === 'measures.change.figure');
  assert.equal(line.digest_before, then.sha256);
});

test('layout changes no digest, one cell changes one', () => {
  const digests = (root) => bytes(root, 'data/digests.txt').toString('utf8').trimEnd().split('\n');
  const before = digests(portals.site);
  const other = join(folder, 'other');
  cpSync(site, other, {recursive: true});
  const file = join(other, 'content/agencies/library/2024/report.yaml');
  const text = readFileSync(file, 'utf8');
  const blocks = text.match(/^\S.*\n(?:[ ].*\n)*/gm);
  assert.ok(blocks.length > 5);
  writeFileSync(file, '# in another order\n' + blocks.reverse().join('\n').replace(
    '    granted: [9, 2, 11]\n',
    '    granted:   # nested\n      total: 11\n      people: 9\n\n      firms: 2\n'));
  assert.notEqual(readFileSync(file, 'utf8'), text);
  build(other);
  assert.deepEqual(digests(join(other, 'public')), before);
  writeFileSync(file, text.replace('waiting: [<1, 7.5]', 'waiting: [<1, 7.6]'));
  build(other);
  const changed = digests(join(other, 'public')).filter((line) => !before.includes(line));
  assert.deepEqual(changed.map((line) => line.slice(66)), ['agencies/library/2024/data/measures']);
});

test('verify names what differs', () => {
  const root = join(folder, 'verified');
  cpSync(portals.site, root, {recursive: true});
  const clean = run('verify', root);
  assert.equal(clean.code, 0, clean.said);
  assert.equal(run('verify', join(root, 'manifest.json')).code, 0);
  const csv = 'agencies/library/2024/data/long.csv';
  const flipped = bytes(root, csv);
  const at = flipped.indexOf('7.5');
  flipped[at] ^= 1;
  writeFileSync(join(root, csv), flipped);
  rmSync(join(root, 'data/data.json'));
  writeFileSync(join(root, 'agencies/mine.txt'), 'mine');
  const result = run('verify', root);
  assert.equal(result.code, 1);
  assert.deepEqual(result.said.trimEnd().split('\n').filter((line) => !/files,/.test(line)).sort(), [
    `changed: ${csv}`, 'foreign: agencies/mine.txt', 'missing: data/data.json',
    'table changed: agencies/library/2024/data/measures']);
  for (const name of filesOf(portals.site, /./).filter((name, i) => i % 7 === 0)) {
    if (name === 'manifest.json') continue;
    const one = join(folder, 'one');
    cpSync(portals.site, one, {recursive: true});
    const text = bytes(one, name);
    text[text.length >> 1] ^= 1;
    writeFileSync(join(one, name), text);
    const said = run('verify', one);
    assert.equal(said.code, 1, name);
    assert.ok(said.said.includes(`changed: ${name}\n`), name);
    rmSync(one, {recursive: true});
  }
  assert.equal(run('verify', folder).code, 2);
});

test('export writes the same bytes without the site', () => {
  const out = join(folder, 'exported');
  const result = run('export', '--site', site, '--clock', '2026-11-30', '--out', out);
  assert.equal(result.code, 0, result.said);
  const names = filesOf(out, /./);
  assert.deepEqual(names, filesOf(portals.site, /(^|\/)data\/.*(?<!\.html)$/));
  for (const name of names) assert.ok(bytes(out, name).equals(bytes(portals.site, name)), name);
  assert.equal(run('export', '--site', site, '--out', out).code, 2);
  const csv = join(folder, 'csv');
  assert.equal(run('export', '--site', site, '--clock', '2026-11-30', '--out', csv,
    '--format', 'csv').code, 0);
  assert.deepEqual(filesOf(csv, /./), names.filter((name) => name.endsWith('.csv')));
});

test('nothing tells who has not reported', () => {
  const owing = join(folder, 'owing');
  cpSync(site, owing, {recursive: true});
  cpSync(join(owing, 'content/agencies/archive/agency.yaml'),
    join(owing, 'content/agencies/zz-silent/agency.yaml'));
  writeFileSync(join(owing, 'content/agencies/zz-silent/agency.yaml'),
    'name: The silent one\nkind: office\nreports: {from: 2023}\n');
  const root = build(owing);
  for (const name of filesOf(root, /(^|\/)data\//)) {
    const text = bytes(root, name).toString('utf8');
    assert.ok(!text.includes('zz-silent') && !text.includes('The silent one'), name);
  }
});
