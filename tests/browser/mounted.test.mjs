// The portal inside a host's page under /zwgk/nb/: the host's header and footer with their own styles,
// scripts and links from the root. Nothing of ours reaches the host, nothing of the host's reaches ours.
//
//     GONGKAI=<gongkai> SITE=<repository> CHROMIUM=<chromium> node --test mounted.test.mjs
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {chromium} from 'playwright-core';
import {serve} from './server.mjs';

const prefix = '/zwgk/nb/';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A host as they are: rules for bare elements and for the commonest class names, sizes by rem. */
const host_css = `
* { margin: 0; padding: 0; }
html { font-size: 62.5%; }
body { font: italic 12px/1.2 SimSun, serif; color: #c00; text-align: center; letter-spacing: 3px;
  text-indent: 2em; text-transform: uppercase; background: #fee; white-space: nowrap; word-spacing: 9px; }
a { color: #f60; text-decoration: none; }
h1, h2, h3 { font-size: 12px; color: green; font-weight: 400; float: left; }
ul, ol, li { list-style: square inside; float: left; }
table { width: 50%; border-collapse: collapse; table-layout: fixed; }
td, th { padding: 20px; border: 3px dotted red; font-size: 8px; }
input, button, select { height: 60px; background: yellow; border-radius: 30px; }
summary { display: none; } dl { display: flex; } address { color: blue; }
.row { display: flex; margin: -15px; } .label { display: none; background: red; color: white; }
.text { text-decoration: line-through; } .count { position: absolute; } .total { border: 9px solid; }
.section, .content, .frame { width: 300px; float: left; } .summary { font-size: 40px; }
.number { color: magenta; } .note { visibility: hidden; } .head { display: none; } .date { display: none; }
.host-head { background: #a00; height: 80px; color: #fff; } .host-head a { color: #fff; }
.host-foot { background: #333; height: 120px; color: #fff; } .host-foot a { color: #fff; }`;

/** How wide the page is remains the host's affair. */
const empty_css = 'html body { margin: 0; }';

const partials = {
  host_head: '<link rel="stylesheet" href="/css/host.css" data-host>\n<script src="/js/host.js"></script>\n',
  host_header: '<header class="host-head" id="header"><p>样例县人民政府</p><nav id="nav" aria-label="本网站">' +
    '<ul class="menu"><li class="row"><a class="label" href="/zwgk/" data-host>政务公开</a></li></ul></nav>' +
    '<form id="search" role="search" aria-label="本网站"><input id="q" name="q" aria-label="词语"></form>' +
    '<table id="main" class="number"><tr><td>表格</td></tr></table>' +
    '<script>window.host_inline = true;</script></header>\n<main class="host-main">\n',
  host_footer: '</main>\n<footer class="host-foot"><p class="note"><a href="/about.html" data-host>关于本站</a></p></footer>\n',
};

let browser, server, folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-mounted-'));
  const site = resolve(process.env.SITE);
  cpSync(join(site, 'content'), join(folder, 'content'), {recursive: true});
  writeFileSync(join(folder, 'site.yaml'), readFileSync(join(site, 'site.yaml'), 'utf8')
    .replace('theme: default', 'theme: host') +
    'mounted: true\ncsp: {script-src: "\'unsafe-inline\'"}\nbreadcrumb: [{label: 首页, url: /}]\n');
  const theme = join(folder, 'themes/host/templates/partials');
  mkdirSync(theme, {recursive: true});
  writeFileSync(join(folder, 'themes/host/theme.yaml'), 'extends: default\n');
  for (const [name, text] of Object.entries(partials)) writeFileSync(join(theme, `${name}.mustache`), text);
  execFileSync(process.env.GONGKAI, ['build', '--site', folder], {stdio: 'ignore'});
  server = await serve(join(folder, 'public'), prefix, {
    '/css/host.css': host_css,
    '/js/host.js': 'window.host_script = true; Array.prototype.hostile = function () {};',
  });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || undefined, args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
});
after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) rmSync(folder, {recursive: true});
});

/** How every element below `selector` is painted, with or without what `blocked` matches. */
async function styles_of(address, selector, blocked, width = 1280) {
  const context = await browser.newContext({viewport: {width, height: 900}, colorScheme: 'dark'});
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  if (blocked) await page.route(blocked, (route) => route.fulfill({body: empty_css, contentType: 'text/css'}));
  await page.goto(`${server.origin}${prefix}${address}`, {waitUntil: 'load'});
  const styles = await page.evaluate((root) => {
    const properties = ['display', 'position', 'float', 'visibility', 'color', 'background-color', 'font-family',
      'font-size', 'font-style', 'font-weight', 'line-height', 'letter-spacing', 'word-spacing', 'text-align',
      'text-indent', 'text-transform', 'text-decoration-line', 'white-space', 'list-style-type', 'width', 'height',
      'margin-top', 'margin-left', 'padding-top', 'padding-left', 'border-top-width', 'border-top-style',
      'border-collapse', 'border-top-left-radius'];
    return [...document.querySelectorAll(`${root}, ${root} *`)].map((element) => {
      const style = getComputedStyle(element);
      const name = `${element.localName}.${element.className}`;
      return `${name}: ${properties.map((property) => `${property} ${style.getPropertyValue(property)}`).join('; ')}`;
    });
  }, selector);
  const globals = await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('gongkai')));
  const inline = await page.evaluate(() => window.host_script && window.host_inline);
  await context.close();
  return {styles, faults, globals, inline};
}

const kinds = ['index.html', 'agencies/index.html', 'agencies/suqian/index.html', 'agencies/suqian/2024/index.html',
  'years/2024/index.html', 'compare/index.html', 'checks/index.html', 'search/index.html', 'glossary/index.html'];

function first_difference(a, b) {
  const at = a.findIndex((line, i) => line !== b[i]);
  if (at < 0) return undefined;
  const parts = a[at].split('; '), others = (b[at] ?? '').split('; ');
  return `${a[at].split(':')[0]}: ${parts.filter((part, i) => part !== others[i]).join('; ')}`;
}

for (const address of kinds) {
  test(address, {timeout: 120_000}, async () => {
    const ours = await styles_of(address, '.gongkai');
    assert.deepEqual(ours.faults, []);
    assert.ok(ours.inline, 'the host\'s scripts run');
    const alone = await styles_of(address, '.gongkai', '**/css/host.css');
    assert.ok(ours.styles.length > 50);
    assert.equal(ours.styles.length, alone.styles.length);
    assert.equal(first_difference(ours.styles, alone.styles), undefined, 'the host\'s styles reach ours');
    for (const part of ['.host-head', '.host-foot']) {
      const host = await styles_of(address, part);
      const without_us = await styles_of(address, part, '**/assets/*.css');
      assert.equal(first_difference(host.styles, without_us.styles), undefined, 'our styles reach the host');
    }
  });
}

test('no landmark but the host\'s, no id twice, no fault of accessibility', {timeout: 120_000}, async () => {
  const page = await browser.newPage();
  for (const address of kinds) {
    await page.goto(`${server.origin}${prefix}${address}`, {waitUntil: 'load'});
    const found = await page.evaluate(() => ({
      ours: document.querySelectorAll('.gongkai main, .gongkai > header, .gongkai > footer').length,
      twice: [...document.querySelectorAll('[id]')].map((element) => element.id)
        .filter((id, i, all) => all.indexOf(id) !== i),
      absolute: [...document.querySelectorAll('.gongkai a:not([data-host])')]
        .map((link) => link.getAttribute('href')).filter((href) => href.startsWith('/')),
    }));
    assert.deepEqual(found, {ours: 0, twice: [], absolute: []}, address);
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run('.gongkai'));
    assert.deepEqual(result.violations.map((violation) => `${violation.id}: ${violation.nodes[0].html}`), [], address);
  }
  await page.close();
});
