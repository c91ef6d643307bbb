// Comparisons as readers use them: two agencies side by side by keyboard alone, from a server and from
// the disc, the choice in the address; tables sorted and filtered, and said so; all of it complete
// without JavaScript.
//
//     PUBLIC=<public of tests/content/divided_portal.sh> CHROMIUM=<chromium> node --test compare.test.mjs
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {serve} from './server.mjs';

const root = resolve(process.env.PUBLIC);
const prefix = '/zwgk/nb/';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const side = 'compare/side-by-side/index.html';

/** The year with most reports, and two agencies that have one. */
function two_agencies() {
  const by_year = new Map();
  for (const agency of readdirSync(join(root, 'agencies'))) {
    if (agency.includes('.')) continue;
    for (const year of readdirSync(join(root, 'agencies', agency))) {
      if (/^\d{4}$/.test(year)) by_year.set(year, [...by_year.get(year) || [], agency]);
    }
  }
  const [year, agencies] = [...by_year].sort((a, b) => b[1].length - a[1].length)[0];
  return {year, agencies: agencies.slice(0, 2)};
}
const {year, agencies} = two_agencies();

let browser, server;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || undefined,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  server = await serve(root, prefix);
  if (process.env.SCREENSHOTS) mkdirSync(process.env.SCREENSHOTS, {recursive: true});
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function open(address, {disc = false, ...options} = {}) {
  const context = await browser.newContext({locale: 'zh-CN', ...options});
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  const home = disc ? `${pathToFileURL(root).href}/` : `${server.origin}${prefix}`;
  await page.goto(home + address, {waitUntil: 'load'});
  return {context, page, faults, home};
}

const tables = (page) => page.locator('#side-output table');
const state = (page) => page.locator('#side-state');
const said = (page) => page.locator('#side-by-side').evaluate((it) => ({...it.dataset}));

async function accessibility(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return result.violations.map((it) => `${it.id}: ${it.nodes[0].html}`);
}

for (const disc of [false, true]) {
  test(`side by side by keyboard alone, from a ${disc ? 'disc' : 'server'}`, async () => {
    const {context, page, faults} = await open(side, {disc});
    await page.locator('#side-by-side').waitFor();
    assert.equal(await state(page).textContent(), (await said(page)).few);
    // To the year, the field, the list; what is offered follows in the order of the page.
    await page.locator('#side-year').focus();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'side-search');
    const names = [];
    for (let i = 0; i < 2; i++) {
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.activeElement.closest('#side-offers') !== null));
      names.push(await page.evaluate(() => document.activeElement.firstChild.textContent));
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'side-search');
    }
    await tables(page).first().waitFor();
    const heads = await tables(page).first().locator('thead th.column').allTextContents();
    names.forEach((name, i) => assert.ok(heads[i].startsWith(name), `${heads[i]} is ${name}`));
    // The address alone shows the same again.
    assert.match(decodeURIComponent(page.url()), /[?#]agencies=[a-z0-9-]+,[a-z0-9-]+&year=\d{4}$/);
    const before = await page.locator('#side-output').textContent();
    await page.reload();
    await tables(page).first().waitFor();
    assert.equal(await page.locator('#side-output').textContent(), before);
    // A chosen one is taken away again, and the keyboard is not lost.
    await page.locator('#side-chosen button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((it) => document.getElementById('side-state').textContent.includes(it),
      (await said(page)).few);
    assert.equal(await page.locator('#side-chosen li').count(), 1);
    assert.ok(await page.evaluate(() => document.activeElement.closest('#side-chosen') !== null));
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test('what stands side by side is what the reports print', async () => {
  const {context, page, faults, home} = await open(
    `${side}?agencies=${agencies.join(',')}&year=${year}`);
  await tables(page).first().waitFor();
  const shown = await page.locator('#side-output').evaluate((output) =>
    [...output.querySelectorAll('table')].slice(1).flatMap((table) =>
      [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))));
  for (const [i, agency] of agencies.entries()) {
    await page.goto(`${home}agencies/${agency}/${year}/index.html`);
    const printed = new Set(await page.locator('table.grid td.number, table.grid tbody td')
      .evaluateAll((all) => all.map((cell) => cell.firstChild ? cell.firstChild.textContent.trim() : '')));
    for (const row of shown) {
      const text = row[i + 1];
      assert.ok(text === '' || printed.has(text) || printed.has(text.split(' ')[0]),
        `${agency}: ${row[0]} is ${text}`);
    }
  }
  assert.ok(shown.length > 30);
  await context.close();
  assert.deepEqual(faults, []);
});

test('no more than six, no nonsense from the address', async () => {
  const {context, page, faults} = await open(`${side}?agencies=nobody,${agencies[0]},${agencies[0]}&year=1`);
  await page.locator('#side-chosen li').first().waitFor();
  assert.equal(await page.locator('#side-chosen li').count(), 1);
  const offers = page.locator('#side-offers button');
  for (let i = 1; i < 6 && await offers.count() > 0; i++) await offers.first().click();
  const count = await page.locator('#side-chosen li').count();
  if (count === 6) {
    assert.equal(await offers.count(), 0);
    // Said when the sixth agency's figures have come.
    await state(page).filter({hasText: (await said(page)).full}).waitFor();
  }
  await context.close();
  assert.deepEqual(faults, []);
});

for (const [name, options] of [
  ['wide', {viewport: {width: 1280, height: 900}}],
  ['narrow', {viewport: {width: 360, height: 800}}],
  ['dark', {viewport: {width: 1280, height: 900}, colorScheme: 'dark'}],
]) {
  test(`side by side has no accessibility fault: ${name}`, async () => {
    const {context, page, faults} = await open(
      `${side}?agencies=${agencies.join(',')}&year=${year}`, options);
    await tables(page).first().waitFor();
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wider <= 0, `the page is ${wider} px wider than its window`);
    if (process.env.SCREENSHOTS) {
      await page.screenshot({path: join(process.env.SCREENSHOTS, `side.${name}.png`), fullPage: true});
    }
    assert.deepEqual(await accessibility(page), []);
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test('without JavaScript side by side is a list of links', async () => {
  const {context, page} = await open(side, {javaScriptEnabled: false});
  assert.equal(await page.locator('#side-by-side').isVisible(), false);
  assert.ok(await page.locator('main section a').count() > 2);
  await context.close();
});

const sortable = `years/${year}/c0/index.html`;

/** The names and the first numbers of the rows that are shown. */
const rows_of = (page) => page.locator('table.sortable').first().evaluate((table) =>
  [...table.tBodies[0].rows].filter((row) => !row.hidden).map((row) =>
    [row.cells[0].textContent.trim(), parseFloat(row.cells[1].textContent.replace(/,/g, ''))]));

for (const disc of [false, true]) {
  test(`a table is sorted and filtered, and says so, from a ${disc ? 'disc' : 'server'}`, async () => {
    const {context, page, faults} = await open(sortable, {disc});
    const tools = page.locator('.table-tools').first();
    const original = await rows_of(page);
    const button = page.locator('table.sortable').first().locator('thead button.sort').nth(1);
    const head = page.locator('table.sortable').first().locator('thead th').nth(1);
    await button.focus();
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    const numbers = (rows) => rows.map((row) => row[1]).filter((it) => !Number.isNaN(it));
    const falling = numbers(await rows_of(page));
    assert.deepEqual(falling, [...falling].sort((a, b) => b - a));
    assert.notEqual(await tools.locator('[role=status]').textContent(), '');
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    // What has no number stays last, whichever way.
    const rising = (await rows_of(page)).map((row) => row[1]);
    assert.deepEqual(rising.findIndex(Number.isNaN) < 0 ||
      rising.slice(rising.findIndex(Number.isNaN)).every(Number.isNaN), true);
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), null);
    assert.deepEqual(await rows_of(page), original);
    await tools.locator('input').fill(original[1][0].slice(0, 3));
    const left = await rows_of(page);
    assert.ok(left.length >= 1 && left.length <= original.length);
    assert.ok(left.every((row) => row[0].includes(original[1][0].slice(0, 3))) ||
      left.length < original.length);
    await tools.locator('input').fill('龘龘');
    assert.equal((await rows_of(page)).length, 0);
    // axe-core asks for style sheets in a way that no page from the disc may.
    if (!disc) assert.deepEqual(await accessibility(page), []);
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test('without JavaScript the table is whole and has no buttons', async () => {
  const {context, page} = await open(sortable, {javaScriptEnabled: false});
  assert.equal(await page.locator('button.sort').count(), 0);
  assert.ok(await page.locator('table.sortable tbody tr').count() > 1);
  await context.close();
});
