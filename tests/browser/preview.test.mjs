// The preview as editors use it: a figure is changed and seen, content breaks and the overlay names
// the line, it is mended and the overlay goes; a style sheet is exchanged in place; the panel shows
// where a figure stands; many tabs; the server goes and comes back.
//
//     GONGKAI=<gongkai> SITE=<site folder> CHROMIUM=<chromium> node --test preview.test.mjs
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = process.env.SCREENSHOTS;

let browser, site, server;

/** Starts the preview and waits for its address. */
function start(port = 0) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.env.GONGKAI,
      ['serve', '--lang', 'en', '--clock', '2026-06-30', '--site', site, '--port', String(port)],
      {stdio: ['ignore', 'pipe', 'pipe']});
    let said = '';
    const listen = (bytes) => {
      said += bytes;
      const found = /preview: (http:\S+)/.exec(said);
      if (found) resolve({child, origin: found[1], port: Number(/:(\d+)\//.exec(found[1])[1])});
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => reject(new Error(said)));
  });
}

function stop({child}) {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

before(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-preview-'));
  site = join(folder, 'site');
  mkdirSync(site);
  for (const each of ['site.yaml', 'content']) cpSync(join(process.env.SITE, each), join(site, each), {recursive: true});
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || undefined,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  server = await start();
  if (screenshots) mkdirSync(screenshots, {recursive: true});
});
after(async () => {
  await browser?.close();
  if (server) await stop(server);
  rmSync(join(site, '..'), {recursive: true, force: true});
});

const address = 'agencies/shangwuzhuang/2024/';
const file = () => join(site, 'content/agencies/shangwuzhuang/2024/report.yaml');

async function open(path = address, options = {}) {
  const context = await browser.newContext({locale: 'zh-CN', viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(server.origin + path, {waitUntil: 'load'});
  await page.waitForFunction(() => getComputedStyle(document.querySelector('#gongkai-preview')).display !== 'none');
  return {context, page, faults};
}

const inside = (page, selector) => page.locator(`#gongkai-preview ${selector}`);

async function picture(page, name) {
  if (screenshots) await page.screenshot({path: join(screenshots, `${name}.png`)});
}

async function check_access(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run('#gongkai-preview', {
    runOnly: ['wcag2a', 'wcag2aa'],
    preload: false,  // it would read our style sheet anew, against the policy of the page
  }));
  assert.deepEqual(found.violations.map((each) => `${each.id}: ${each.nodes.map((n) => n.html).join(' ')}`), []);
}

/** Replaces a text that stands in the report. */
function edit(from, to, path = file()) {
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from), from);
  writeFileSync(path, text.replace(from, to));
}

test('a changed figure is seen without a hand, and the page stays where it was', async () => {
  const {context, page, faults} = await open();
  const cell = page.locator('td[id]').filter({hasText: /^\d+$/}).last();
  const id = await cell.getAttribute('id');
  await page.evaluate(() => window.scrollTo(0, 700));
  const text = readFileSync(file(), 'utf8');
  await page.evaluate(() => { window.old_page = true; });
  writeFileSync(file(), text.replace(/^(\s+(?:一|二).*?\[)(\d+)/m, (all, before, n) => `${before}${Number(n) + 7000}`));
  await page.waitForFunction(() => !window.old_page && document.body.textContent.includes('7,0'), null, {timeout: 10_000});
  await page.waitForFunction(() => window.scrollY === 700);
  assert.ok(id);
  writeFileSync(file(), text);
  await page.waitForFunction(() => !document.body.textContent.includes('7,0'), null, {timeout: 10_000});
  assert.deepEqual(faults, []);
  await context.close();
});

test('broken content is told over the last good page, with its line, until it is mended', async () => {
  const {context, page, faults} = await open();
  const text = readFileSync(file(), 'utf8');
  const title = await page.locator('h1').textContent();
  const lines = text.split('\n');
  const line = lines.findIndex((each) => /\[\d+/.test(each));
  lines[line] = lines[line].replace(/\[(\d+)/, '[十$1');
  writeFileSync(file(), lines.join('\n'));
  const overlay = inside(page, '.overlay');
  await overlay.waitFor({state: 'visible'});
  assert.ok((await overlay.locator('.place code').first().textContent()).startsWith(
    `content/agencies/shangwuzhuang/2024/report.yaml:${line + 1}:`));
  assert.ok((await overlay.locator('.source').first().textContent()).includes('[十'));
  assert.match(await overlay.locator('h2').textContent(), /内容有错误/);
  assert.equal(await page.locator('h1').textContent(), title);
  await check_access(page);
  await picture(page, 'overlay-1280');
  await page.setViewportSize({width: 360, height: 740});
  await picture(page, 'overlay-360');
  // It can be laid aside, and another page shows it again.
  await page.keyboard.press('Escape');
  await overlay.waitFor({state: 'hidden'});
  assert.match(await inside(page, '.pill').getAttribute('class'), /broken/);
  await page.goto(server.origin);
  await overlay.waitFor({state: 'visible'});
  writeFileSync(file(), text);
  await overlay.waitFor({state: 'hidden'});
  assert.deepEqual(faults, []);
  await context.close();
});

test('a style sheet is exchanged without loading the page again', async () => {
  const {context, page, faults} = await open();
  await page.evaluate(() => { window.same_page = true; });
  const assets = join(site, 'themes/default/assets');
  mkdirSync(assets, {recursive: true});
  writeFileSync(join(assets, 'style.css'), 'body { letter-spacing: 3px }\n');
  const spacing = () => page.waitForFunction(
    () => getComputedStyle(document.body).letterSpacing === '3px', null, {timeout: 10_000});
  await spacing();
  await page.evaluate(() => { window.same_page = true; });
  writeFileSync(join(assets, 'style.css'), 'body { letter-spacing: 3px; color: rgb(1, 2, 3) }\n');
  await page.waitForFunction(() => getComputedStyle(document.body).color === 'rgb(1, 2, 3)');
  assert.equal(await page.evaluate(() => window.same_page), true);
  rmSync(join(site, 'themes'), {recursive: true});
  await page.waitForFunction(() => getComputedStyle(document.body).color !== 'rgb(1, 2, 3)');
  assert.deepEqual(faults, []);
  await context.close();
});

for (const scheme of ['light', 'dark']) {
  test(`the panel shows where a figure stands and which rules use it, ${scheme}`, async () => {
    const {context, page, faults} = await open(address, {colorScheme: scheme});
    const cell = page.locator('td[id$=".total"]').filter({hasText: /\d/}).first();
    await cell.click();
    const panel = inside(page, '.panel');
    await panel.locator('.cell').waitFor();
    assert.match(await panel.locator('.cell .place code').textContent(),
      /^content\/agencies\/shangwuzhuang\/2024\/report\.yaml:\d+:\d+$/);
    assert.match(await panel.locator('.cell a').getAttribute('href'), /^vscode:\/\/file\/.*report\.yaml:\d+:\d+$/);
    assert.ok(await panel.locator('.rules li').count() > 0);
    await check_access(page);
    await picture(page, `panel-1280-${scheme}`);
    await page.setViewportSize({width: 360, height: 740});
    await picture(page, `panel-360-${scheme}`);
    // By the keyboard alone: any cell by its name.
    await panel.locator('input').fill('requests.new.total');
    await panel.locator('input').press('Enter');
    await panel.locator('.cell .code', {hasText: 'requests.new.total'}).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({state: 'hidden'});
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test('sixteen tabs listen, and the seventeenth page comes at once', async () => {
  const context = await browser.newContext();
  const pages = [];
  for (let i = 0; i < 16; ++i) {
    const page = await context.newPage();
    await page.goto(server.origin + address, {waitUntil: 'load'});
    pages.push(page);
  }
  const text = readFileSync(file(), 'utf8');
  for (const page of pages) await page.evaluate(() => { window.old_page = true; });
  const last = await context.newPage();
  await last.goto(server.origin, {waitUntil: 'load', timeout: 5000});
  writeFileSync(file(), text + '\n');
  for (const page of pages) await page.waitForFunction(() => !window.old_page, null, {timeout: 20_000});
  writeFileSync(file(), text);
  await context.close();
});

test('a page finds the server again after it was away', async () => {
  const {context, page} = await open();
  await page.evaluate(() => { window.old_page = true; });
  const {port} = server;
  await stop(server);
  server = await start(port);
  assert.equal(server.port, port);
  await page.waitForFunction(() => !window.old_page, null, {timeout: 20_000});
  await context.close();
});
