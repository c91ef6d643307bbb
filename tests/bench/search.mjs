// Times the search page in headless Chromium: how long after a keystroke the first results of a query
// stand on the page, and how long until all that are shown do; from a server and from the disc; and what
// a query loads. Each query is asked on a page of its own, half a second after it has opened, so
// nothing of the index is at hand but portal.js.
//
//     CHROMIUM=<chromium> node search.mjs <public> [queries]
//
// search_content.mjs makes a site of as many reports as wanted.
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {serve} from '../browser/server.mjs';

const {chromium} = createRequire(new URL('../browser/package.json', import.meta.url))('playwright-core');
const root = resolve(process.argv[2]);
const wanted = Number(process.argv[3] || 20);

let portal;
new Function('gongkai_search', readFileSync(join(root, 'search/portal.js'), 'utf8'))(
  {data: (name, value) => { portal = value; }});

/** Pairs of characters from texts all over the portal. */
function queries() {
  const found = new Set();
  for (let i = 0; found.size < wanted && i < 10 * wanted; i++) {
    const number = Math.floor(portal.reports * i / (10 * wanted));
    const text = readFileSync(join(root, `search/reports/${number}.js`), 'utf8');
    const pair = text.slice(2000 + 37 * i % 500).match(/[\u4e00-\u9fff]{2}/u);
    if (pair) found.add(pair[0]);
  }
  return ['教育', '信息', ...found].slice(0, wanted);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || undefined,
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
const server = await serve(root, '/nb/');
const size = (url) => {
  const path = decodeURIComponent(new URL(url).pathname);
  return statSync(path.startsWith('/nb/') ? join(root, path.slice(4)) : path).size;
};

for (const [from, home] of [['http', `${server.origin}/nb/`], ['file', `${pathToFileURL(root).href}/`]]) {
  const first = [], last = [], bytes = [];
  for (const query of queries()) {
    const page = await browser.newPage();
    await page.goto(`${home}search/index.html`);
    await page.waitForSelector('#gongkai-search fieldset:not([hidden])');
    let loaded = size(`${home}search/portal.js`);
    page.on('request', (request) => { loaded += size(request.url()); });
    await page.waitForTimeout(500);
    const seen = await page.evaluate((words) => new Promise((done) => {
      const state = document.getElementById('search-state');
      const list = document.getElementById('search-results');
      const input = document.getElementById('search-words');
      input.value = words;
      const begin = performance.now();
      let first = 0;
      new MutationObserver(() => {
        if (!first && list.children.length > 0) first = performance.now() - begin;
        if (state.textContent) done({first, last: performance.now() - begin});
      }).observe(document.getElementById('gongkai-search'), {childList: true, characterData: true, subtree: true});
      input.dispatchEvent(new InputEvent('input', {bubbles: true}));
    }), query);
    first.push(seen.first);
    last.push(seen.last);
    bytes.push(loaded);
    await page.close();
  }
  const at = (times, part) => times.sort((a, b) => a - b)[
    Math.min(times.length - 1, Math.floor(part * times.length))].toFixed(0);
  console.log(`search, ${from.padEnd(4)}: ${portal.reports} reports, ${first.length} queries: ` +
    `first results after ${at(first, 0.5)} ms (slowest ${at(first, 1)}), all after ${at(last, 0.5)} ms ` +
    `(slowest ${at(last, 1)}), at most ${Math.max(...bytes)} bytes`);
}
await browser.close();
await server.close();

const files = readdirSync(join(root, 'search'), {recursive: true}).filter((name) => name.endsWith('.js'));
const total = files.reduce((sum, name) => sum + statSync(join(root, 'search', name)).size, 0);
console.log(`index: ${files.length} files, ${(total / portal.reports).toFixed(0)} bytes a report`);
