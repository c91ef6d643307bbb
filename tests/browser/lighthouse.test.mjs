// Lighthouse on its mobile settings: accessibility, best practices and SEO 100, performance at least 98.
//
//     PUBLIC=<public> CHROMIUM=<chromium> node --test lighthouse.test.mjs
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {after, before, test} from 'node:test';
import {launch} from 'chrome-launcher';
import lighthouse from 'lighthouse';
import {serve} from './server.mjs';

const root = resolve(process.env.PUBLIC);
const prefix = '/zwgk/nb/';
const least = {accessibility: 1, 'best-practices': 1, seo: 1, performance: 0.98};

function first(pattern) {
  const found = readdirSync(root, {recursive: true}).map((name) => name.replaceAll('\\', '/'))
    .filter((name) => pattern.test(name)).sort()[0];
  assert.ok(found, `no page matches ${pattern}`);
  return found;
}

const pages = [
  'index.html', first(/^agencies\/[^/]+\/202\d\/index\.html$/), first(/^compare\/requests\/new\/index\.html$/),
  first(/^years\/\d{4}\/index\.html$/),
];

let chrome, server;
before(async () => {
  server = await serve(root, prefix);
  chrome = await launch({
    chromePath: process.env.CHROMIUM || undefined,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'],
  });
});
after(async () => {
  await chrome?.kill();
  await server?.close();
});

for (const address of pages) {
  test(address, {timeout: 300_000}, async () => {
    const result = await lighthouse(`${server.origin}${prefix}${address}`,
      {port: chrome.port, onlyCategories: Object.keys(least), logLevel: 'error'});
    const {categories, audits} = result.lhr;
    const faults = [];
    for (const [name, score] of Object.entries(least)) {
      const category = categories[name];
      if (category.score >= score) continue;
      const causes = category.auditRefs.map((ref) => audits[ref.id])
        .filter((audit) => audit.score !== null && audit.score < 1)
        .map((audit) => `${audit.id} ${audit.score} ${audit.displayValue ?? ''}`);
      faults.push(`${name} ${Math.round(category.score * 100)}: ${causes.join(', ')}`);
    }
    assert.deepEqual(faults, []);
  });
}
