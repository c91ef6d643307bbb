// 200 originals over the variants of print that are met, in four formats, with figures that are known:
// no cell lost, none misplaced. Then every label is taken away in turn: never a silent zero.
//
//     GONGKAI=<gongkai> node --test import.test.mjs
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {makeContent, makeFigures, makeStyle, outcomes, proactiveBlocks, columns, random, toDocx, toHtml, toText, toXlsx} from './originals.mjs';
import {Site, expected} from './site.mjs';

const kinds = ['docx', 'xlsx', 'html', 'txt'];

/** Prints cells blank: a whole column, single cells. Blank is not zero. */
function makeBlanks(rand, data) {
  if (rand.chance(0.4)) return;
  const column = rand.below(6);
  for (const row of Object.values(data.figures.requests)) {
    if (rand.chance(0.7)) row[column] = null;
  }
}

function write(kind, content, rand) {
  if (kind === 'docx') {
    return toDocx(content, rand, {wordMess: rand.chance(0.5), tracked: rand.chance(0.2),
      controls: rand.chance(0.3), nested: rand.chance(0.3)});
  }
  if (kind === 'xlsx') return toXlsx(content);
  if (kind === 'html') return toHtml(content, rand);
  return toText(content);
}

// What a format cannot carry: text has no cells to be blank in, and tells shifted rows by their ends.
function suit(kind, style) {
  if (kind === 'txt') {
    style.numbersBelow = false;
    style.vertical = false;
    if (style.blankMark.trim() === '') style.blankMark = '/';
  }
  if (kind === 'xlsx') style.numbersBelow = false;
  return style;
}

test('200 originals over all variants: no cell lost, none misplaced', {timeout: 300_000}, () => {
  const agencies = Array.from({length: 50}, (_, i) => [`town-${i}`, `第${i}号镇人民政府`]);
  const faults = [];
  for (const kind of kinds) {
    const site = new Site(agencies);
    const due = [];
    agencies.forEach(([id, name], i) => {
      const rand = random(i * 4 + kinds.indexOf(kind));
      const form = rand.chance(0.25) ? 'cn-2019' : 'cn-2021';
      const year = form === 'cn-2019' ? 2020 : 2024;
      const data = makeFigures(rand, form, {unsplit: rand.chance(0.1)});
      makeBlanks(rand, data);
      const style = suit(kind, makeStyle(rand));
      site.put(`${i}.${kind}`, write(kind, makeContent(rand, name, year, data, style), rand));
      due.push([id, year, data, style]);
    });
    const {text} = site.run('import', 'in');
    for (const [id, year, data, style] of due) {
      const found = site.figures(id, year);
      const want = expected(data);
      try {
        assert.ok(found, 'not written');
        assert.deepEqual(found, want);
        const md = site.narrative(id, year);
        for (const part of ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项']) assert.ok(md.includes(`## ${part}\n`), part);
        assert.ok(md.includes('办理申请3件'));
        assert.ok(!/页|删除|- 2 -/.test(md), md);
      } catch (error) {
        const said = text.split('\n').filter((line) => line.includes(`in/${id.slice(5)}.${kind}`)).join('\n');
        faults.push(`${kind} ${id} ${JSON.stringify(style)}\n${error.message.slice(0, 600)}\n${said}`);
      }
    }
    assert.ok(!/Sanitizer/.test(text));
    site.end();
  }
  assert.equal(faults.length, 0, `${faults.length} of 200:\n${faults.slice(0, 6).join('\n\n')}`);
});

test('every label taken away in turn: refused by name, or every figure right', {timeout: 300_000}, () => {
  const form = 'cn-2021';
  const labels = [];
  proactiveBlocks[form].forEach(([, heads, rows], block) => {
    for (const label of [...heads, ...rows]) labels.push({label, block, table: 'proactive'});
  });
  const {rows} = makeFigures(random(1), form);
  for (const [, head, label] of rows) {
    if (head) labels.push({label: head, table: 'rows', head: true});
    labels.push({label, table: 'rows'});
  }
  for (const label of columns) labels.push({label, table: 'columns'});
  for (let nth = 0; nth < 15; ++nth) labels.push({label: outcomes[nth % 5], nth, table: 'disputes'});
  const faults = [];
  let refused = 0, right = 0;
  for (const kind of kinds) {
    const site = new Site(labels.map((_, i) => [`town-${i}`, `第${i}号镇人民政府`]));
    const due = labels.map((without, i) => {
      const rand = random(1000 + i);
      const data = makeFigures(rand, form);
      const style = suit(kind, makeStyle(rand));
      // Half of them all zero: there a wrong row could not be told by its figures.
      if (i % 2 === 0) {
        for (const list of [...Object.values(data.figures.requests), data.figures.disputes]) list.fill('0');
      }
      const content = makeContent(rand, `第${i}号镇人民政府`, 2024, data, style, {without});
      site.put(`${i}.${kind}`, write(kind, content, rand));
      return data;
    });
    const {text} = site.run('import', 'in');
    labels.forEach((without, i) => {
      const found = site.figures(`town-${i}`, 2024);
      const said = text.split('\n').filter((line) => line.startsWith(`in/${i}.${kind}`)).join('\n');
      if (found) {
        ++right;
        try {
          assert.deepEqual(found, expected(due[i]));
          assert.ok(without.head, `written without its label ${without.label}`);
        } catch (error) {
          faults.push(`${kind} ${JSON.stringify(without)}: ${error.message.slice(0, 500)}\n${said}`);
        }
      } else {
        ++refused;
        if (!/error/.test(said)) faults.push(`${kind} ${without.label}: refused without a word`);
        const name = without.label.replace(/^（.）|^\d\.|^.、/, '');
        if (!without.head && !said.includes(name)) {
          faults.push(`${kind} ${JSON.stringify(without)}: not named\n${said}`);
        }
      }
    });
    site.end();
  }
  assert.equal(faults.length, 0, `${faults.length} faults:\n${faults.slice(0, 8).join('\n\n')}`);
  assert.ok(refused > 200, `${refused} refused, ${right} right`);
});
