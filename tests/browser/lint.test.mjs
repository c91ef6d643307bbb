// Styles and scripts of the theme against Chromium 80, which office desktops still run: what came later
// may stand only where it makes better what works without it, and is named here with the reason.
//
//     THEMES=<themes> node --test lint.test.mjs
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import {test} from 'node:test';
import {parse} from 'acorn';
import {full} from 'acorn-walk';
import * as css from 'css-tree';

const oldest = 80;
const theme = join(resolve(process.env.THEMES), 'default');
const compat = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** Enhancements: what a browser that does not know them does instead. */
const enhancements = new Map([
  ['text-wrap', 'titles break where they like'],
  ['text-wrap: balance', 'titles break where they like'],
  ['text-decoration-thickness', 'links have the usual line'],
  ['text-underline-offset', 'links have the usual line'],
  ['color-scheme: dark', 'form fields and scroll bars stay light'],
  ['color-scheme: light', 'they are light'],
  ['content-visibility: visible', 'stands in a rule for ::details-content'],
  ['color-scheme', 'form fields and scroll bars stay light'],
  ['all: revert', 'the host\'s rules for elements are not taken back'],
  ['@media prefers-contrast', 'the button on the page does the same'],
  ['@media forced-colors', 'the current entry of the menu is told by its weight'],
  [':focus-visible', 'the rule is dropped whole, so that a click shows the outline too'],
  [':has', 'the rule is dropped whole: only the table lies on the landscape page'],
  ['page', 'all sheets are upright'],
  ['::details-content', 'what is folded stays folded on paper'],
  ['content-visibility', 'stands in a rule for ::details-content'],
]);

function files(folder, end) {
  return readdirSync(join(theme, folder), {recursive: true})
    .map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith(end)).sort()
    .map((name) => ({name: `${folder}/${name}`, text: readFileSync(join(theme, folder, name), 'utf8')}));
}

// Known to Chromium 80 under this name, or in all that is used here, though later versions changed them.
const old_enough = new Set(['grid-gap', 'outline', 'paint-order', 'size']);

/** The version of Chrome that brought a feature, without flag; Infinity where there is none. */
function version_of(entry) {
  const support = [entry?.__compat?.support?.chrome ?? []].flat()
    .filter((one) => !one.flags && !one.prefix && !one.alternative_name && !one.partial_implementation);
  const versions = support.map((one) => one.version_added).filter(Boolean).map(parseFloat);
  return versions.length ? Math.min(...versions) : Infinity;
}

function values_of(property, value) {
  const entry = compat.css.properties[property];
  return value.type === 'Identifier' ? entry?.[value.name] : undefined;
}

test('sizes follow the portal\'s own text, not that of the page around it', () => {
  for (const {name, text} of files('styles', '.css')) {
    assert.deepEqual(text.match(/\b[\d.]+rem\b/g), null, name);
  }
});

test('styles use nothing newer than Chromium 80 but enhancements', () => {
  const faults = [], used = new Set();
  const sheets = files('styles', '.css');
  assert.ok(sheets.length > 5);
  for (const {name, text} of sheets) {
    const tree = css.parse(text, {positions: true, onParseError: (error) => faults.push(`${name}: ${error.message}`)});
    const see = (node, label, entry, known = entry !== undefined) => {
      if (old_enough.has(label) || (known && version_of(entry) <= oldest)) return;
      if (enhancements.has(label)) used.add(label);
      else faults.push(`${name}:${node.loc.start.line}: ${label}`);
    };
    css.walk(tree, function (node) {
      if (node.type === 'Declaration' && !node.property.startsWith('--')) {
        if (!node.property.startsWith('-webkit-')) {
          see(node, node.property, compat.css.properties[node.property] ??
              (this.atrule?.name === 'page' ? compat.css['at-rules'].page : undefined));
        }
        css.walk(node.value, (value) => {
          const entry = values_of(node.property, value) ??
              (value.type === 'Identifier' && ['revert', 'unset'].includes(value.name)
                ? compat.css.types['global_keywords'][value.name] : undefined);
          if (entry) see(node, `${node.property}: ${value.name}`, entry);
          if (value.type === 'Function' && ['min', 'max', 'clamp', 'calc'].includes(value.name)) {
            see(node, `${value.name}()`, compat.css.types[value.name]);
          }
        });
      } else if (node.type === 'PseudoClassSelector') {
        see(node, `:${node.name}`, compat.css.selectors[node.name]);
        if (node.name === 'not' && css.generate(node).includes(',')) faults.push(`${name}: :not with a list`);
      } else if (node.type === 'PseudoElementSelector') {
        see(node, `::${node.name}`, compat.css.selectors[node.name]);
      } else if (node.type === 'Atrule') {
        see(node, `@${node.name}`, compat.css['at-rules'][node.name]);
      } else if (node.type === 'Feature') {
        see(node, `@media ${node.name}`, compat.css['at-rules'].media[node.name.replace(/^(min|max)-/, '')]);
      } else if (node.type === 'NestingSelector') {
        faults.push(`${name}:${node.loc.start.line}: nested rules`);
      }
    });
    // In a row of flexible boxes Chromium 80 knows no gap; grids have had theirs by another name.
    for (const rule of css.findAll(tree, (node) => node.type === 'Rule')) {
      const properties = css.findAll(rule.block, (node) => node.type === 'Declaration').map((one) => one.property);
      if (properties.some((property) => /^(row-|column-)?gap$/.test(property))) {
        faults.push(`${name}:${rule.loc.start.line}: gap; grids write grid-gap, flexible boxes margins`);
      }
    }
  }
  assert.deepEqual(faults, []);
  assert.deepEqual([...enhancements.keys()].filter((label) => !used.has(label)), [], 'no longer used');
});

/** The least version in which a builtin, or an interface that pages use, has a member of this name. */
const members = new Map();
const interfaces = /^(CSSStyleDeclaration|Document|DocumentFragment|DOM(Token|String|Rect)\w*|Element|Event|EventTarget|History|HTML\w*|IntersectionObserver|Location|MutationObserver|Node|NodeList|Range|ResizeObserver|Storage|URL\w*|Window)$/;
for (const [group, used] of [[compat.javascript.builtins, /./], [compat.api, interfaces]]) {
  for (const [owner, its] of Object.entries(group)) {
    if (!used.test(owner)) continue;
    for (const [member, entry] of Object.entries(its)) {
      if (member === '__compat') continue;
      const name = member.replace(/_(static|event)$/, '');
      members.set(name, Math.min(members.get(name) ?? Infinity, version_of(entry)));
    }
  }
}

test('scripts use nothing newer than Chromium 80', () => {
  const faults = [];
  const scripts = files('assets', '.js');
  assert.ok(scripts.length > 1);
  for (const {name, text} of scripts) {
    const tree = parse(text, {ecmaVersion: 2020, sourceType: 'script', locations: true});
    full(tree, (node) => {
      if (node.type !== 'MemberExpression' || node.computed) return;
      const since = members.get(node.property.name);
      if (since !== undefined && since > oldest) {
        faults.push(`${name}:${node.loc.start.line}: .${node.property.name} came with ${since}`);
      }
    });
    full(tree, (node) => {
      if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier') return;
      const entry = compat.javascript.builtins[node.callee.name] ?? compat.api[node.callee.name];
      if (entry && version_of(entry) > oldest) faults.push(`${name}: new ${node.callee.name}`);
    });
  }
  assert.deepEqual(faults, []);
});

test('every selector stands under our class', () => {
  const faults = [];
  for (const {name, text} of files('styles', '.css')) {
    css.walk(css.parse(text), (rule) => {
      if (rule.type !== 'Rule') return;
      for (const node of rule.prelude.children) {
        const selector = css.generate(node);
        const ours = /^(\[data-gongkai-[a-z]+[^\]]*\] ?)?\.gongkai(-page)?(?![\w-])/.test(selector);
        if (!ours) faults.push(`${name}: ${selector}`);
      }
    });
  }
  assert.deepEqual(faults, []);
});
