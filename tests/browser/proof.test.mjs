// The sheet of `gongkai proof` in a browser: it needs no other file, says every figure in printed
// order, frames what no rule guards, and prints on A4 with its columns named on every page.
//
//     GONGKAI=<gongkai> SITE=<the sample site> EVERY_KIND=<tests/sites/pass_data_of_every_kind>
//     REAL=<tests/real> CHROMIUM=<chromium> JAVA=<java> node --test proof.test.mjs
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'gongkai-proof-'));
let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || undefined,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
});
after(async () => {
  await browser?.close();
  rmSync(folder, {recursive: true, force: true});
});

function proof(site, report) {
  const file = join(folder, `${report.replace('/', '-')}.html`);
  const result = spawnSync(resolve(process.env.GONGKAI), ['proof', report, '--site', resolve(site),
    '--out', file, '--clock', '2026-11-30'], {encoding: 'utf8'});
  assert.equal(result.status, 0, result.stdout + result.stderr);
  return file;
}

/** Opens a sheet, looks for what must never be, and reads it. */
async function read(file) {
  const url = pathToFileURL(file).href;
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  const faults = [];
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    if (request.url() !== url) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await page.evaluate(axe);
  faults.push(...await page.evaluate(async () => (await window.axe.run(document))
    .violations.map((violation) => `${violation.id}: ${violation.nodes[0].html}`)));
  assert.deepEqual(faults, [], file);
  const sheet = await page.evaluate(() => ({
    title: document.title,
    text: document.body.innerText,
    rows: [...document.querySelectorAll('tbody tr:not(.head)')].map((row) => ({
      label: row.querySelector('th.row').innerText,
      figures: [...row.querySelectorAll('td:not(.tick)')].map((cell) => cell.innerText.trim()),
      alone: [...row.querySelectorAll('td:not(.tick)')].map((cell) => cell.className === 'alone'),
      ticks: row.querySelectorAll('td.tick i').length,
      cut: [...row.querySelectorAll('td')].some((cell) => cell.scrollWidth > cell.clientWidth + 1),
    })),
  }));
  const pdf = (await page.pdf({preferCSSPageSize: true, printBackground: true})).toString('latin1');
  sheet.pages = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
    .map(([, width, height]) => `${Math.round(width)}x${Math.round(height)}`);
  await page.close();
  assert.ok(sheet.rows.every((row) => row.ticks === 1), 'a box to tick in every row');
  assert.ok(sheet.rows.every((row) => !row.cut), 'no figure is cut');
  return sheet;
}

test('every figure in printed order', {timeout: 120_000}, async () => {
  const source = JSON.parse(readFileSync(join(process.env.REAL, 'moushi-2025.json'), 'utf8'));
  const byNumber = (a, b) => a.localeCompare(b, 'en', {numeric: true});
  const A = source.A;
  const due = [A.regulations, A.normative_documents, A.licensing, A.punishment, A.coercion, A.fees,
    ...Object.keys(source.B).sort(byNumber).map((key) => source.B[key]),
    source.C.review, source.C.direct, source.C.after_review].map(Object.values);
  const sheet = await read(proof(process.env.SITE, 'moushi/2025'));
  assert.deepEqual(sheet.rows.map((row) => row.figures.map((text) => Number(text.replaceAll(',', '')))),
    due.map((row) => row.map(Number)));
  // There is no report of the year before: nothing guards the first table.
  assert.deepEqual(sheet.rows.filter((row) => row.alone.some(Boolean)).map((row) => row.label),
    ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费']);
  assert.match(sheet.text, /共 175 格/);
  assert.ok(sheet.pages.length >= 2 && sheet.pages.length <= 4, `${sheet.pages}`);
  assert.ok(sheet.pages.every((size) => size === '595x842'), `${sheet.pages}`);
});

test('what last year guards is not framed', {timeout: 120_000}, async () => {
  const sheet = await read(proof(process.env.SITE, 'suqian/2024'));
  assert.deepEqual(sheet.rows.filter((row) => row.alone.some(Boolean)).map((row) => row.label),
    ['行政许可', '行政处罚', '行政强制', '行政事业性收费']);
});

test('everything that a cell may hold', {timeout: 120_000}, async () => {
  const sheet = await read(proof(process.env.EVERY_KIND, 'library/2024'));
  assert.equal(sheet.title.startsWith('To read back: '), true);
  for (const word of ['blank', 'n/a', 'note: ', 'computed']) {
    assert.ok(sheet.text.includes(word), `${word} in:\n${sheet.text}`);
  }
});

test('HTML without a fault', {timeout: 120_000}, () => {
  const vnu = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
  const result = spawnSync(process.env.JAVA, ['-jar', vnu, '--errors-only',
    proof(process.env.SITE, 'moushi/2025'), proof(process.env.EVERY_KIND, 'library/2024')],
  {encoding: 'utf8'});
  assert.equal(result.status, 0, result.stderr);
});
