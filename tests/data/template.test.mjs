// The Excel template of a form, filled in as a town would and calculated by LibreOffice: sums are
// added up, no rule is missed where the figures are right, and a figure that is changed shows by how
// much which rules are missed, and no other.
//
//     GONGKAI=<gongkai> REAL=<tests/real> SITE=<the sample site> [LIBREOFFICE=<soffice>]
//     node --test template.test.mjs
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, test} from 'node:test';
import {readXlsx} from './reading.mjs';
import {fill, unzip} from './xlsx_filling.mjs';

const office = process.env.LIBREOFFICE;
const skip = !office || office.endsWith('NOTFOUND') ? 'only with LibreOffice' : false;
const folder = mkdtempSync(join(tmpdir(), 'gongkai-template-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const profile = join(folder, 'profile');
mkdirSync(join(profile, 'user'), {recursive: true});
writeFileSync(join(profile, 'user/registrymodifications.xcu'), `<?xml version="1.0"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`);

let runs = 0;
function calculate(bytes) {
  const name = `filled-${++runs}.xlsx`;
  writeFileSync(join(folder, name), bytes);
  const result = spawnSync(office, [`-env:UserInstallation=file://${profile}`, '--headless',
    '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'),
    join(folder, name)], {encoding: 'utf8', timeout: 120_000});
  assert.equal(result.status, 0, result.stderr);
  return readXlsx(readFileSync(join(folder, 'out', name)));
}

function gongkai(...line) {
  const result = spawnSync(resolve(process.env.GONGKAI), line, {encoding: 'utf8', cwd: folder});
  assert.equal(result.status, 0, result.stdout + result.stderr);
}

gongkai('template', 'cn-2021', '--xlsx', '--lang', 'zh');
const empty = readFileSync(join(folder, 'cn-2021.xlsx'));
const source = JSON.parse(readFileSync(join(process.env.REAL, 'moushi-2025.json'), 'utf8'));

const [cover, overview, proactive, requests, disputes, problems, other, checks] = [0, 1, 2, 3, 4, 5, 6, 7];
const differences = 'D';

/** The cells with figures, `{sheet, cell, value, total}`, bound by the labels beside them. */
function places() {
  const sheets = readXlsx(empty);
  assert.deepEqual(sheets.map((sheet) => sheet.name), ['封面', '一、总体情况',
    '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项', '数据校验']);
  const at = (sheet, label) => [...sheets[sheet].cells]
    .filter(([, cell]) => cell.value === label).map(([name]) => name);
  const row = (name) => Number(/\d+/.exec(name)[0]);
  const column = (name) => /[A-Z]+/.exec(name)[0];
  const next = (letters, by) => String.fromCharCode(letters.charCodeAt(0) + by);
  const found = [];
  const add = (sheet, name, value, total = false) =>
    found.push({sheet, cell: name, value: Number(value), total});
  const A = source.A;
  for (const [label, figures] of [['规章', Object.values(A.regulations)],
    ['行政规范性文件', Object.values(A.normative_documents)], ['行政许可', [A.licensing.decisions]],
    ['行政处罚', [A.punishment.decisions]], ['行政强制', [A.coercion.decisions]],
    ['行政事业性收费', [A.fees.amount_wan_yuan]]]) {
    const [name] = at(proactive, label);
    figures.forEach((value, i) => add(proactive, next(column(name), i + 1) + row(name), value));
  }
  // The form prints its 25 rows with figures without a gap from 一 on.
  const first = row(at(requests, '一、本年新收政府信息公开申请数量')[0]);
  const natural = column(at(requests, '自然人')[0]);
  const keys = Object.keys(source.B).sort((a, b) => a.localeCompare(b, 'en', {numeric: true}));
  keys.forEach((key, i) => {
    const figures = source.B[key];
    Object.entries(figures).forEach(([id, value], j) =>
      add(requests, next(natural, j) + (first + i), value, id === 'total' || key === '3.7'));
  });
  const below = Math.max(...at(disputes, '结果维持').map(row)) + 1;
  ['review', 'direct', 'after_review'].forEach((id, i) =>
    Object.entries(source.C[id]).forEach(([outcome, value], j) =>
      add(disputes, next('A', 5 * i + j) + below, value, outcome === 'total')));
  assert.equal(found.length, 10 + 175 + 15);
  return found;
}

/** The values of `fill`; `change` may alter a place, and drops it by returning nothing. */
function values(change) {
  const cells = Array.from({length: checks}, () => new Map());
  cells[cover].set('B3', source.agency).set('B4', source.year);
  for (const place of places()) {
    const value = change(place);
    if (value !== undefined) cells[place.sheet].set(place.cell, value);
  }
  return cells;
}

/** `{rule, place, difference}` of the last sheet; an empty difference is not assessed. */
function results(sheets) {
  const lines = [];
  for (const [name, cell] of sheets[checks].cells) {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(name);
    if (letters !== differences || Number(row) < 3) continue;
    const text = (column) => sheets[checks].cells.get(column + row)?.value;
    lines.push({rule: text('A'), place: text('B'), outcome: text('C'),
      difference: cell.type === 'number' ? Number(cell.value) : cell.value ?? ''});
  }
  return lines;
}
const missed = (sheets) => results(sheets).filter((line) => line.difference !== 0)
  .map((line) => [line.place, line.difference]);

/** Cells that a hidden copy says are missed, by the cell that turns red. */
function red(sheets) {
  const cells = [];
  for (const sheet of sheets.slice(0, checks)) {
    for (const {range, formula} of sheet.conditions) {
      const [from] = range.split(':');
      const of = /^\$?([A-Z]+)\$?(\d+)/.exec(formula);
      const number = (letters) => [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);
      const offset = number(of[1]) - number(/[A-Z]+/.exec(from)[0]);
      for (const [name, cell] of sheet.cells) {
        const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(name);
        if (number(letters) <= offset || cell.type !== 'number' || Number(cell.value) === 0) continue;
        if (!cell.formula?.startsWith('ABS(')) continue;
        cells.push(String.fromCharCode(64 + number(letters) - offset) + row);
      }
    }
  }
  return cells.sort();
}

test('what may be typed into, what is added up, what is said beside it', () => {
  const files = unzip(empty);
  const text = (name) => files.get(name).toString('utf8');
  for (let i = 1; i <= 8; ++i) assert.match(text(`xl/worksheets/sheet${i}.xml`), /<sheetProtection /);
  // Every cell with a figure is unlocked, no label is.
  const styles = /<cellXfs.*<\/cellXfs>/s.exec(text('xl/styles.xml'))[0].split('<xf ').slice(1)
    .map((style) => style.includes('locked="0"'));
  for (const {sheet, cell, total} of places()) {
    const [all, style] = new RegExp(`<c r="${cell}" s="(\\d+)"[^>]*?(?:/>|>.*?</c>)`, 's')
      .exec(text(`xl/worksheets/sheet${sheet + 1}.xml`));
    assert.ok(styles[style], `${sheet} ${cell}`);
    assert.equal(all.includes('<f>IF(COUNT('), total, `${sheet} ${cell}`);
  }
  const label = /<c r="A1" s="(\d+)"/.exec(text('xl/worksheets/sheet4.xml'));
  assert.equal(styles[label[1]], false);
  assert.match(text('docProps/custom.xml'), /gongkai-helper-sheets.*<vt:lpwstr>数据校验</s);
  assert.match(text('xl/worksheets/sheet1.xml'), /<f>IF\(OR\(\$B\$3=""/);
  assert.match(text('xl/worksheets/sheet7.xml'), /prompt="[^"]*实际收取信息处理费/);
});

test('the same bytes, and none where a file stands', () => {
  gongkai('template', 'cn-2021', '--lang', 'zh', '--out', 'again.xlsx');
  assert.ok(readFileSync(join(folder, 'again.xlsx')).equals(empty));
  const refused = (status, ...line) => {
    const result = spawnSync(resolve(process.env.GONGKAI), ['template', ...line, '--lang', 'en'],
      {encoding: 'utf8', cwd: folder});
    assert.equal(result.status, status, result.stdout + result.stderr);
    assert.match(result.stderr, /^gongkai: |site\.yaml/);
  };
  refused(1, 'cn-2021');
  refused(1, '--for', 'sample/2025');  // there is no site here
  refused(2);
  refused(2, 'cn-2022');
  refused(2, 'cn-2021', '--out', 'sheet.xls');
  assert.ok(readFileSync(join(folder, 'cn-2021.xlsx')).equals(empty));
});

test('for one agency: its name, the year and what last year says', () => {
  gongkai('template', '--for', 'suqian/2025', '--site', resolve(process.env.SITE), '--clock',
    '2026-11-30');
  const sheets = readXlsx(readFileSync(join(folder, 'suqian-2025.xlsx')));
  assert.equal(sheets[cover].cells.get('B3').value, '宿迁市人民政府');
  assert.equal(sheets[cover].cells.get('A1').value, '宿迁市人民政府2025年政府信息公开工作年度报告');
  const [name] = [...sheets[requests].cells].find(([, cell]) =>
    cell.value === '二、上年结转政府信息公开申请数量');
  const row = /\d+/.exec(name)[0];
  const figures = ['D', 'E', 'F', 'G', 'H', 'I'].map((column) => sheets[requests].cells.get(column + row).value);
  assert.deepEqual(figures.map(Number), [118, 5, 0, 0, 1, 1]);  // 四 of 2024
  const places = [...sheets[checks].cells].filter(([at]) => /^A\d+$/.test(at)).map(([, cell]) => cell.value);
  assert.equal(places.filter((text) => text.startsWith('上年结转的数量')).length, 7);
  assert.equal(places.filter((text) => text.startsWith('现行有效件数')).length, 2);
  assert.equal(places.filter((text) => text.startsWith('规章由')).length, 0);  // a city makes them
});

test('an empty template assesses nothing', {skip, timeout: 300_000}, () => {
  const lines = results(calculate(empty));
  assert.equal(lines.length, 25 + 7 + 7 + 3);
  for (const line of lines) assert.deepEqual([line.difference, line.outcome], ['', '待填']);
});

test('figures add up', {skip, timeout: 300_000}, () => {
  const sheets = calculate(fill(empty, values((place) => (place.total ? undefined : place.value))));
  for (const {sheet, cell, value} of places()) {
    assert.equal(Number(sheets[sheet].cells.get(cell).value), value, `${sheet} ${cell}`);
  }
  assert.deepEqual(missed(sheets), []);
  assert.deepEqual(red(sheets), []);
  assert.equal(sheets[cover].cells.get('A1').value, '某市人民政府2025年政府信息公开工作年度报告');
  assert.equal(sheets[checks].cells.get('A1').value, '不符 0 处，相符 42 处，待填 0');
});

test('a changed figure shows in the sums that it stands in', {skip, timeout: 300_000}, () => {
  const granted = places().find((place) => place.value === 5345);
  const changed = (place) => (place.cell === granted.cell && place.sheet === granted.sheet
    ? place.value + 3 : place.value);
  // Sums are added up anew: what then fails is the balance of the two columns.
  const summed = calculate(fill(empty, values((place) => (place.total ? undefined : changed(place)))));
  assert.deepEqual(missed(summed), [['一、本年新收政府信息公开申请数量·自然人', -3],
    ['一、本年新收政府信息公开申请数量·总计', -3]]);
  assert.equal(red(summed).length, 2);
  // Sums typed over: the row and the column of the figure.
  const typed = calculate(fill(empty, values(changed)));
  assert.deepEqual(missed(typed), [['三（七）总计·自然人', -3], ['三（一）予以公开·总计', -3]]);
  assert.equal(red(typed).length, 2);
  assert.match(typed[checks].cells.get('A1').value, /^不符 2 处/);
});

test('a blank and 不适用 are no zeros', {skip, timeout: 300_000}, () => {
  const [first, second] = places().filter((place) => place.sheet === requests && !place.total);
  const sheets = calculate(fill(empty, values((place) => {
    if (place.total || place === first) return undefined;
    return place.cell === first.cell && place.sheet === requests ? undefined
      : place.cell === second.cell && place.sheet === requests ? '不适用' : place.value;
  })));
  const row = /\d+/.exec(first.cell)[0];
  assert.equal(sheets[requests].cells.get(`J${row}`).value ?? '', '');
  const open = results(sheets).filter((line) => line.difference === '').map((line) => line.place);
  assert.deepEqual(open, ['一、本年新收政府信息公开申请数量·总计',
    '一、本年新收政府信息公开申请数量·自然人', '一、本年新收政府信息公开申请数量·商业企业',
    '一、本年新收政府信息公开申请数量·总计']);
});

test('import reads it back', {skip, timeout: 300_000}, () => {
  const name = 'filled by a town.xlsx';
  const typed = fill(empty, values((place) => (place.total ? undefined : place.value)));
  calculate(typed);
  cpSync(join(folder, 'out', `filled-${runs}.xlsx`), join(folder, name));
  const site = join(folder, 'site');
  const agency = 'content/agencies/moushi';
  mkdirSync(join(site, agency), {recursive: true});
  for (const file of ['site.yaml', `${agency}/agency.yaml`]) {
    cpSync(join(process.env.SITE, file), join(site, file));
  }
  gongkai('import', name, '--site', site, '--lang', 'en');
  const yaml = readFileSync(join(site, agency, '2025/report.yaml'), 'utf8');
  const figures = [...yaml.matchAll(/^ +[^#\n]*?: +\[(.*)\]/gm)]
    .filter(([line]) => !line.includes('columns:'))
    .flatMap(([, list]) => list.split(',').map(Number));
  assert.deepEqual(figures, places().map((place) => place.value));
  // The list of rules is no text of the report, which has none.
  assert.ok(!existsSync(join(site, agency, '2025/report.md')));
});
