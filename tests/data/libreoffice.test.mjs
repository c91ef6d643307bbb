// Published workbooks and CSV opened by LibreOffice, which computes every formula anew: numbers stay
// numbers, texts stay texts, the differences of the rules are what the program wrote.
//
//     GONGKAI=<gongkai> PORTAL=<site folder, built> SITE=<tests/sites/pass_data_of_every_kind>
//     LIBREOFFICE=<soffice> node --test libreoffice.test.mjs
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {after, test} from 'node:test';
import {csvRecords, readXlsx} from './reading.mjs';

const office = process.env.LIBREOFFICE;
const skip = !office || office.endsWith('NOTFOUND') ? 'LibreOffice is not installed' : false;
const folder = mkdtempSync(join(tmpdir(), 'gongkai-office-'));
after(() => rmSync(folder, {recursive: true, force: true}));

/** Converts a file and returns the bytes of what came out. */
function convert(file, to, extension) {
  const out = mkdtempSync(join(folder, 'out-'));
  const result = spawnSync(office, [`-env:UserInstallation=file://${folder}/profile`, '--headless',
    '--convert-to', to, '--outdir', out, file], {encoding: 'utf8', timeout: 120_000});
  assert.equal(result.status, 0, result.stderr);
  return readFileSync(join(out, basename(file).replace(/\.[^.]+$/, `.${extension}`)));
}

const site = join(folder, 'site');
const built = () => {
  cpSync(process.env.SITE, site, {recursive: true});
  const result = spawnSync(resolve(process.env.GONGKAI),
    ['build', '--site', site, '--clock', '2026-11-30', '--lang', 'en'], {encoding: 'utf8'});
  assert.equal(result.status, 0, result.stdout + result.stderr);
  return join(site, 'public/agencies/library/2024/data');
};

test('workbooks', {skip, timeout: 300_000}, () => {
  const agencies = join(resolve(process.env.PORTAL), 'public/agencies');
  const books = readdirSync(agencies, {recursive: true})
    .filter((name) => name.endsWith('/report.xlsx')).map((name) => join(agencies, name));
  let cells = 0, formulas = 0;
  for (const book of [join(built(), 'report.xlsx'), ...books]) {
    const before = readXlsx(readFileSync(book));
    const after = readXlsx(convert(book, 'xlsx:Calc MS Excel 2007 XML', 'xlsx'));
    assert.deepEqual(after.map((sheet) => sheet.name), before.map((sheet) => sheet.name));
    before.forEach((sheet, i) => {
      for (const [name, cell] of sheet.cells) {
        if (cell.type === 'blank') continue;
        const found = after[i].cells.get(name);
        assert.equal(found?.type, cell.type, `${book}: ${sheet.name} ${name}`);
        if (cell.type === 'number') assert.equal(Number(found.value), Number(cell.value));
        else assert.equal(found.value, cell.value);
        assert.equal(found.formula === undefined, cell.formula === undefined);
        if (cell.formula) ++formulas;
        ++cells;
      }
    });
  }
  assert.ok(cells > 1000 && formulas > 100, `${cells} cells, ${formulas} formulas`);
});

test('CSV', {skip, timeout: 300_000}, () => {
  const csv = join(built(), 'long.csv');
  // Opened as a spreadsheet opens it: UTF-8, commas, every column of its own accord.
  const out = mkdtempSync(join(folder, 'csv-'));
  const result = spawnSync(office, [`-env:UserInstallation=file://${folder}/profile`, '--headless',
    '--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1', '--convert-to',
    'xlsx:Calc MS Excel 2007 XML', '--outdir', out, csv], {encoding: 'utf8', timeout: 120_000});
  assert.equal(result.status, 0, result.stderr);
  const [sheet] = readXlsx(readFileSync(join(out, 'long.xlsx')));
  for (const [name, cell] of sheet.cells) assert.equal(cell.formula, undefined, name);
  const column = (name) => String.fromCharCode(65 + Object.keys(records[0]).indexOf(name));
  const records = csvRecords(readFileSync(csv));
  const at = (test) => records.findIndex(test) + 2;
  const note = sheet.cells.get(`${column('note')}${at((line) => line.note === "'=1+1")}`);
  assert.equal(note.type, 'text');
  assert.equal(note.value, "'=1+1");
  const negative = sheet.cells.get(`${column('value')}${at((line) => line.value === '-5')}`);
  assert.deepEqual([negative.type, negative.value], ['number', '-5']);
});
