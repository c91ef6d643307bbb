// One page of every kind in a real browser: no accessibility fault, no message in the console, no
// request to anywhere else, no page wider than its window; from a server under a sub-path and from
// the disc.
//
//     PUBLIC=<public> CHROMIUM=<chromium> node --test pages.test.mjs
//
// With SCREENSHOTS=<folder> every page is also kept as a picture.
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

const addresses = readdirSync(root, {recursive: true})
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html'))
  .sort();

/** The addresses of a kind that are looked at: the first, and of reports every form's first. */
function first(pattern, count = 1) {
  const found = addresses.filter((address) => pattern.test(address)).slice(0, count);
  assert.ok(found.length > 0, `no page matches ${pattern}`);
  return found;
}

const pages = [
  'index.html',
  ...first(/^agencies\/index\.html$/),
  ...first(/^agencies\/[^/]+\/index\.html$/, 3),
  ...first(/^agencies\/[^/]+\/2019\/index\.html$/),
  ...first(/^agencies\/[^/]+\/202[1-9]\/index\.html$/, 3),
  ...first(/^years\/index\.html$/),
  ...first(/^years\/\d{4}\/index\.html$/),
  ...first(/^compare\/index\.html$/),
  ...first(/^compare\/[^/]+\/[^/]+\/index\.html$/, 2),
  ...first(/^compare\/requests\/(new|received)\/index\.html$/),
  ...first(/^compare\/side-by-side\/index\.html$/),
  ...first(/^checks\/index\.html$/),
  ...first(/^checks\/\d{4}\/index\.html$/),
  ...first(/^agencies\/[^/]+\/\d{4}\/data\/index\.html$/),
  ...first(/^agencies\/[^/]+\/data\/index\.html$/),
  ...first(/^years\/\d{4}\/data\/index\.html$/),
  ...first(/^data\/index\.html$/),
  ...first(/^data\/codebook\/index\.html$/),
  ...first(/^glossary\/index\.html$/),
  ...first(/^glossary\/[^/]+\/index\.html$/),
  ...first(/^site-map\/index\.html$/),
  ...first(/^search\/index\.html$/),
  ...first(/^pages\/[^/]+\/index\.html$/),
  '404.html',
];

const views = [
  {name: 'wide', viewport: {width: 1280, height: 900}, colorScheme: 'light', axe: true},
  {name: 'narrow', viewport: {width: 360, height: 800}, colorScheme: 'light', axe: true},
  {name: 'dark', viewport: {width: 1280, height: 900}, colorScheme: 'dark', axe: true},
  {name: 'contrast', viewport: {width: 1280, height: 900}, colorScheme: 'light', reading: true, axe: true},
  {name: 'no script', viewport: {width: 360, height: 800}, colorScheme: 'light', javaScriptEnabled: false},
  {name: 'print', viewport: {width: 1280, height: 900}, colorScheme: 'light', media: 'print'},
];

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

/** Opens an address and collects what must not be: messages, and requests to elsewhere. */
async function open(view, url, home) {
  const context = await browser.newContext({
    viewport: view.viewport, colorScheme: view.colorScheme, locale: 'zh-CN',
    javaScriptEnabled: view.javaScriptEnabled ?? true,
  });
  // What a reader chose on another page: largest text, high contrast.
  if (view.reading) {
    await context.addInitScript(() => {
      localStorage.setItem('gongkai-text', '3');
      localStorage.setItem('gongkai-contrast', 'on');
    });
  }
  const page = await context.newPage();
  if (view.media) await page.emulateMedia({media: view.media, colorScheme: view.colorScheme});
  const faults = [];
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const icon = request.url().endsWith('/favicon.ico');  // asked for where a page names none
    if (!icon && !request.url().startsWith(home) && !request.url().startsWith('data:')) {
      faults.push(`request to elsewhere: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url, {waitUntil: 'load'});
  return {context, page, faults};
}

async function accessibility(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  }));
  return result.violations.map((violation) =>
    `${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(' | ')}`);
}

for (const address of pages) {
  test(address, {timeout: 120_000}, async () => {
    const url = `${server.origin}${prefix}${encodeURI(address)}`;
    for (const view of views) {
      const {context, page, faults} = await open(view, url, `${server.origin}${prefix}`);
      for (const width of view.reading ? [360, view.viewport.width] : [view.viewport.width]) {
        await page.setViewportSize({...view.viewport, width});
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (!view.media && wider > 0) faults.push(`at ${width} px the page is ${wider} px wider than its window`);
      }
      if (view.axe) faults.push(...await accessibility(page));
      if (process.env.SCREENSHOTS) {
        const name = `${address.replaceAll('/', '_')}.${view.name}.png`;
        await page.screenshot({path: join(process.env.SCREENSHOTS, name), fullPage: true});
      }
      await context.close();
      assert.deepEqual(faults, [], `${address} (${view.name})`);
    }
  });
}

test('the buttons for text size and contrast work, keep their choice, and move nothing', {timeout: 60_000}, async () => {
  const {context, page, faults} = await open(views[0], `${server.origin}${prefix}index.html`, `${server.origin}${prefix}`);
  const shift = await page.evaluate(() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
    setTimeout(() => resolve(sum), 300);
  }));
  assert.equal(shift, 0);
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.gongkai')).fontSize));
  assert.equal(await size(), 18);
  await page.locator('.reading button').nth(2).click();
  await page.locator('.reading button').nth(3).click();
  assert.equal(await size(), 26);
  await page.reload();
  assert.equal(await size(), 26);
  assert.deepEqual(await page.locator('.reading button').evaluateAll((all) => all.map((one) => one.ariaPressed)),
    ['false', 'false', 'true', 'true']);
  await page.locator('.reading button').nth(0).click();
  assert.equal(await size(), 18);
  assert.deepEqual(faults, []);
  await context.close();
});

test('from the disc', {timeout: 120_000}, async () => {
  for (const address of pages) {
    const url = pathToFileURL(join(root, address)).href;
    const {context, page, faults} = await open(views[0], url, pathToFileURL(root).href);
    // Without its style sheet a page has the browser's own margin.
    const unstyled = await page.evaluate(() =>
      document.styleSheets.length > 0 && getComputedStyle(document.body).marginTop === '8px');
    if (unstyled) faults.push('the style sheet was not read');
    await context.close();
    assert.deepEqual(faults, [], address);
  }
});
