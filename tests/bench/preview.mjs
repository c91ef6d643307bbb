// Times the preview of a generated site: from start to the first page against the time that reading
// the site takes, and for 50 edits of one figure from the file's being closed to the news in the
// browser and to the new page. Medians; every page that depends on the figure must show it.
//
//     node preview.mjs <gongkai> <site folder>
//
// With CHROMIUM and playwright-core installed a browser is looked at, too.
import {spawn} from 'node:child_process';
import {closeSync, openSync, readFileSync, writeSync} from 'node:fs';
import {createRequire} from 'node:module';
import http from 'node:http';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {setTimeout as pause} from 'node:timers/promises';

const [gongkai, site] = process.argv.slice(2);
const edits = 50;

function fail(text) {
  console.error(text);
  process.exit(1);
}

const agent = new http.Agent({keepAlive: false});
function get(origin, path) {
  return new Promise((resolve, reject) => {
    http.get(origin + path, {agent}, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => { text += part; });
      answer.on('end', () => resolve({status: answer.statusCode, text}));
    }).on('error', reject);
  });
}

/** Calls `hear` with every piece of news. */
function listen(origin, hear) {
  http.get(`${origin}.gongkai/events`, (answer) => {
    let text = '';
    answer.setEncoding('utf8');
    answer.on('data', (part) => {
      text += part;
      for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end));
        if (data) hear(JSON.parse(data[1]));
      }
    });
  });
}

/** Of a page that is divided, the part that holds; the page itself where it is whole. */
async function part_of(address, holds) {
  if (await holds(address)) return address;
  const {text: html} = await get(origin, address);
  for (const [, link] of html.matchAll(/href="([^"#]*)index\.html"/g)) {
    const part = new URL(link, origin + address).pathname.slice(1);
    if (part.startsWith(address) && part !== address && await holds(part)) return part;
  }
  return fail(`no part of ${address} shows the figure`);
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const ms = (time) => `${time.toFixed(1)} ms`;

const begin = performance.now();
const server = spawn(gongkai, ['serve', '--lang', 'en', '--site', site, '--port', '0', '--verbose',
  '--clock', '2025-06-30'], {stdio: ['ignore', 'pipe', 'pipe']});
process.on('exit', () => server.kill('SIGKILL'));
let said = '';
const origin = await new Promise((resolve) => {
  let found = null;
  const hear = (bytes) => {
    if (found) return;  // what follows may be megabytes
    said += bytes;
    found = /preview: (http:\S+)/.exec(said);
    if (found) resolve(found[1]);
  };
  server.stdout.on('data', hear);
  server.stderr.on('data', hear);
  server.on('exit', (code) => { if (code !== 0 && code !== null) fail(said); });
});
await get(origin, '');
const first = performance.now() - begin;
const reading = Number(/read in (\d+) ms/.exec(said)[1]);
console.log(`preview: first page after ${ms(first)}, ${(first / reading).toFixed(2)} times the ${reading} ms that reading takes`);

let news = null, heard = () => {};
listen(origin, (next) => { news = next; heard(); });
const wait_for = async (holds) => {
  while (!news || !holds(news)) await new Promise((resolve) => { heard = resolve; });
};
await wait_for((state) => state.judged);
console.log(`preview: all checks done after ${ms(performance.now() - begin)}`);
// What is said behind and the folders' watches.
await pause(8000);

let page = null, browser = null;
if (process.env.CHROMIUM) {
  try {
    const require = createRequire(join(process.cwd(), 'tests/browser/package.json'));
    const {chromium} = require('playwright-core');
    browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ['--no-sandbox']});
    page = await browser.newPage();
  } catch {
    console.log('preview: no browser to look at');
  }
}

const report = 'agencies/c0-t2/2024/';
const file = join(site, 'content', report, 'report.yaml');
const text = readFileSync(file, 'utf8');
const parts = /^(    一: \[)(\d+)(, .*)$/m.exec(text);
const compare = 'compare/requests/new/natural/';
let compared = '';
const told = [], paged = [], seen = [];
if (page) await page.goto(origin + report);
for (let i = 0; i < edits; ++i) {
  const value = 10000 + i;
  const {mark} = news;
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, text.replace(parts[0], parts[1] + value + parts[3]));
  closeSync(descriptor);
  const closed = performance.now();
  await wait_for((state) => state.mark !== mark);
  told.push(performance.now() - closed);
  const shown = value.toLocaleString('en');
  const {text: html} = await get(origin, report);
  paged.push(performance.now() - closed);
  if (!html.includes(shown)) fail(`${report} does not show ${shown}`);
  if (page) {
    await page.waitForFunction((number) => document.body && document.body.textContent.includes(number), shown, {polling: 5});
    seen.push(performance.now() - closed);
  }
  if (i % 10 === 0) {
    const shows = async (other) => {
      const {status, text: bytes} = await get(origin, other);
      return status === 200 && (bytes.includes(shown) || bytes.includes(String(value)));
    };
    for (const other of [`${report}data/long.csv`, `${report}data/report.json`]) {
      if (!await shows(other)) fail(`${other} does not show ${shown}`);
    }
    if (!compared) compared = await part_of(compare, shows);
    if (!await shows(compared)) fail(`${compared} does not show ${shown}`);
  }
}
console.log(`preview: ${edits} edits of a figure, medians: told after ${ms(median(told))}, new page after ${ms(median(paged))}` +
  (seen.length ? `, seen in the browser after ${ms(median(seen))}` : ''));
const descriptor = openSync(file, 'w');
writeSync(descriptor, text);
closeSync(descriptor);
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]);
console.log(`preview: memory ${memory()} KB`);
await browser?.close();
server.kill('SIGTERM');
await new Promise((resolve) => server.once('exit', resolve));
process.exit(0);
