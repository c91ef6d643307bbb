// The search page as readers use it: typed words, filters, the address, the keyboard, from a server
// and from the disc, without JavaScript; no message in the console, no accessibility fault.
//
//     PUBLIC=<public> CHROMIUM=<chromium> node --test search.test.mjs
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';
import {serve} from './server.mjs';

const root = resolve(process.env.PUBLIC);
const prefix = '/zwgk/nb/';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** Opens an address of the portal and collects messages. */
async function open(address, {disc = false, ...options} = {}) {
  const context = await browser.newContext({locale: 'zh-CN', ...options});
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  const home = disc ? `${pathToFileURL(root).href}/` : `${server.origin}${prefix}`;
  await page.goto(home + address, {waitUntil: 'load'});
  return {context, page, faults};
}

const found = (page) => page.locator('#search-results li');

async function search(page, words) {
  await page.locator('#search-words').fill(words);
  await page.waitForFunction(() => document.getElementById('search-state').textContent !== '');
}

for (const disc of [false, true]) {
  const from = disc ? 'from the disc' : 'from a server';

  test(`words typed give passages with marks, ${from}`, async () => {
    const {context, page, faults} = await open('search/index.html', {disc});
    await search(page, '信息公开');
    await found(page).first().waitFor();
    assert.equal(await page.locator('#search-results mark').first().textContent(), '信息公开');
    // A link of a result leads to a report.
    const link = await page.locator('#search-results a').first().getAttribute('href');
    await page.goto(new URL(link, page.url()).href);
    assert.equal(await page.locator('article.report').count(), 1);
    await context.close();
    assert.deepEqual(faults, []);
  });

  test(`the form in the header leads to results, ${from}`, async () => {
    const {context, page, faults} = await open('index.html', {disc});
    await page.locator('#site-search').fill('法律服务机构');
    await page.locator('#site-search').press('Enter');
    await found(page).first().waitFor();
    assert.equal(await page.locator('#search-words').inputValue(), '法律服务机构');
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test('filters narrow the results and stand in the address', async () => {
  const {context, page, faults} = await open('search/index.html?q=%E4%BF%A1%E6%81%AF');
  await found(page).first().waitFor();
  const year = await page.locator('#search-year option').nth(1).getAttribute('value');
  await page.locator('#search-year').selectOption(year);
  await page.waitForFunction((it) => location.search.includes(`year=${it}`), year);
  await page.waitForFunction((it) => {
    const details = [...document.querySelectorAll('#search-results .detail')];
    return details.length > 0 && details.every((detail) => detail.textContent.endsWith(it));
  }, year);
  // The address alone shows the same again.
  const count = await found(page).count();
  const again = await open(`search/index.html${new URL(page.url()).search}`);
  await found(again.page).first().waitFor();
  assert.equal(await again.page.locator('#search-year').inputValue(), year);
  assert.equal(await found(again.page).count(), count);
  await context.close();
  await again.context.close();
  assert.deepEqual([...faults, ...again.faults], []);
});

test('full width, capitals and traditional characters find the same', async () => {
  const {context, page, faults} = await open('search/index.html');
  const states = [];
  for (const words of ['信息公开', '信息公開', '資訊', '２０２４', '2024']) {
    await page.locator('#search-words').fill('');
    await page.waitForFunction(() => document.getElementById('search-state').textContent === '');
    await search(page, words);
    states.push(await page.locator('#search-state').textContent());
  }
  assert.equal(states[1], states[0]);
  assert.equal(states[4], states[3]);
  assert.notEqual(states[2], states[0]);
  await context.close();
  assert.deepEqual(faults, []);
});

test('what does not stand anywhere, or is too short, is said', async () => {
  const {context, page, faults} = await open('search/index.html');
  const said = await page.locator('#gongkai-search').evaluate((it) => ({...it.dataset}));
  await search(page, '龘龘龘龘');
  assert.equal(await page.locator('#search-state').textContent(), said.none);
  await page.locator('#search-words').fill('信');
  await page.waitForFunction(
    (it) => document.getElementById('search-state').textContent === it, said.short);
  assert.equal(await found(page).count(), 0);
  await context.close();
  assert.deepEqual(faults, []);
});

test('by keyboard alone', async () => {
  const {context, page, faults} = await open('search/index.html');
  await page.locator('#search-words').focus();
  await page.keyboard.type('2024');
  await found(page).first().waitFor();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => document.activeElement.closest('#search-results') !== null);
  assert.ok(focused, 'the fourth stop after the words is the first result');
  assert.equal(await page.locator('#search-state').getAttribute('role'), 'status');
  await context.close();
  assert.deepEqual(faults, []);
});

for (const [name, options] of [
  ['wide', {viewport: {width: 1280, height: 900}}],
  ['narrow', {viewport: {width: 360, height: 800}}],
  ['dark', {viewport: {width: 1280, height: 900}, colorScheme: 'dark'}],
]) {
  test(`results have no accessibility fault: ${name}`, async () => {
    const {context, page, faults} = await open('search/index.html?q=2024', options);
    await found(page).first().waitFor();
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wider <= 0, `the page is ${wider} px wider than its window`);
    if (process.env.SCREENSHOTS) {
      await page.screenshot({path: join(process.env.SCREENSHOTS, `search.${name}.png`), fullPage: true});
    }
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }));
    assert.deepEqual(result.violations.map((it) => `${it.id}: ${it.nodes[0].html}`), []);
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test('without JavaScript the page offers the indexes', async () => {
  const {context, page} = await open('search/index.html', {javaScriptEnabled: false});
  assert.ok(await page.locator('noscript').count() > 0);
  const links = await page.locator('main section a').evaluateAll((all) => all.map((it) => it.href))
    .catch(() => null);
  const hrefs = links ?? await page.locator('main section a').all();
  assert.ok(hrefs.length >= 3);
  await context.close();
});
