// Every page is reached from home by three links at most and says where it is. Former addresses, the
// page of unknown addresses, and links of the host are left out.
//
//     PUBLIC=<public> node --test crawl.test.mjs
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join, posix, resolve} from 'node:path';
import {test} from 'node:test';

const root = resolve(process.env.PUBLIC);
const pages = new Map(readdirSync(root, {recursive: true}).map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html'))
  .map((name) => [name, readFileSync(join(root, name), 'utf8')]));
const moved = (html) => html.includes('http-equiv="refresh"');

function links_of(address) {
  return [...pages.get(address).matchAll(/<a [^>]*href="([^"#?]+)[^"]*"([^>]*)>/g)]
    .filter(([, link, rest]) => !rest.includes('data-host') && !/^[a-z]+:|^\//.test(link))
    .map(([, link]) => posix.join(posix.dirname(address), decodeURIComponent(link)))
    .filter((target) => pages.has(target));
}

test('three clicks from home at most', () => {
  const clicks = new Map([['index.html', 0]]);
  for (const address of clicks.keys()) {
    for (const target of links_of(address)) {
      if (!clicks.has(target)) clicks.set(target, clicks.get(address) + 1);
    }
  }
  const far = [...pages.keys()].filter((address) => address !== '404.html' && !moved(pages.get(address)))
    .filter((address) => !(clicks.get(address) <= 3))
    .map((address) => `${address}: ${clicks.get(address) ?? 'never'}`);
  assert.deepEqual(far, []);
});

test('every page says where it is', () => {
  const lost = [...pages].filter(([address, html]) => address !== '404.html' && !moved(html) &&
    !(/<nav aria-label="[^"]+">\s*<span class="crumbs-label">/.test(html) &&
      html.includes('<span aria-current="page">') && (html.match(/<h1/g) ?? []).length === 1));
  assert.deepEqual(lost.map(([address]) => address), []);
});
