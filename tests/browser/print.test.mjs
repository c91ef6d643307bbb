// Report pages on paper: the wide table on its own landscape sheet and no wider than it, 4 to 6 sheets.
//
//     PUBLIC=<public> CHROMIUM=<chromium> node --test print.test.mjs
//
// With SCREENSHOTS=<folder> the PDF files are kept.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const root = resolve(process.env.PUBLIC);
const reports = readdirSync(root, {recursive: true}).map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /^agencies\/[^/]+\/202[1-9]\/index\.html$/.test(name)).sort();
/** Two thousand characters of narrative and less make a short report. */
const short = reports.filter((address) => {
  const texts = [...readFileSync(join(root, address), 'utf8').matchAll(/<div class="text">(.*?)\n<\/div>/gs)];
  return texts.map(([, text]) => text.replace(/<[^>]+>/g, '')).join('').length <= 2000;
});
/** What fits beside the margins of an A4 sheet, in CSS pixels. */
const landscape_width = Math.floor((297 - 2 * 14) * 96 / 25.4);

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || undefined, args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
});
after(() => browser?.close());

test('a short report takes 4 to 6 sheets, the wide table on landscape ones', {timeout: 120_000}, async () => {
  assert.ok(short.length > 0);
  for (const address of short.slice(0, 4)) {
    const page = await browser.newPage({viewport: {width: landscape_width, height: 700}});
    await page.goto(pathToFileURL(join(root, address)).href);
    const pdf = await page.pdf({preferCSSPageSize: true});
    if (process.env.SCREENSHOTS) {
      mkdirSync(process.env.SCREENSHOTS, {recursive: true});
      writeFileSync(join(process.env.SCREENSHOTS, `${address.replaceAll('/', '_')}.pdf`), pdf);
    }
    const sheets = [...pdf.toString('latin1').matchAll(/\/Type \/Page\b[^s].*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gs)]
      .map(([, width, height]) => Number(width) > Number(height) ? 'landscape' : 'upright');
    assert.ok(sheets.length >= 4 && sheets.length <= 6, `${address}: ${sheets.length} sheets`);
    assert.ok(sheets.filter((sheet) => sheet === 'landscape').length >= 1, `${address}: ${sheets}`);
    assert.equal(sheets[0], 'upright');
    await page.emulateMedia({media: 'print'});
    const widest = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('table')].map((table) => table.getBoundingClientRect().width)));
    assert.ok(widest <= landscape_width, `${address}: a table of ${widest} px`);
    const repeated = await page.evaluate(() => [...document.querySelectorAll('table thead')]
      .every((head) => getComputedStyle(head).display === 'table-header-group'));
    assert.ok(repeated);
    await page.close();
  }
});
