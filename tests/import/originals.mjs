// Makes originals as offices send them: DOCX, XLSX, HTML and text, over the variants of print that
// are met, with figures that are known. The same seed gives the same bytes.
import {deflateRawSync} from 'node:zlib';

/** A small generator of pseudo-random numbers (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6D2B79F5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (p) => next() < p,
  };
}

export const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
/** Rows of table 三: key in report.yaml, printed head (where it begins one), printed label. */
export const requestRows = [
  ['一', '', '一、本年新收政府信息公开申请数量'],
  ['二', '', '二、上年结转政府信息公开申请数量'],
  ['三（一）', '三、本年度办理结果', '（一）予以公开'],
  ['三（二）', '', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  ['三（三）1', '（三）不予公开', '1.属于国家秘密'],
  ['三（三）2', '', '2.其他法律行政法规禁止公开'],
  ['三（三）3', '', '3.危及“三安全一稳定”'],
  ['三（三）4', '', '4.保护第三方合法权益'],
  ['三（三）5', '', '5.属于三类内部事务信息'],
  ['三（三）6', '', '6.属于四类过程性信息'],
  ['三（三）7', '', '7.属于行政执法案卷'],
  ['三（三）8', '', '8.属于行政查询事项'],
  ['三（四）1', '（四）无法提供', '1.本机关不掌握相关政府信息'],
  ['三（四）2', '', '2.没有现成信息需要另行制作'],
  ['三（四）3', '', '3.补正后申请内容仍不明确'],
  ['三（五）1', '（五）不予处理', '1.信访举报投诉类申请'],
  ['三（五）2', '', '2.重复申请'],
  ['三（五）3', '', '3.要求提供公开出版物'],
  ['三（五）4', '', '4.无正当理由大量反复申请'],
  ['三（五）5', '', '5.要求行政机关确认或重新出具已获取信息'],
  ['三（六）1', '（六）其他处理', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['三（六）2', '', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['三（六）3', '', '3.其他'],
  ['三（七）', '', '（七）总计'],
  ['四', '', '四、结转下年度继续办理'],
];
export const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
export const proactiveBlocks = {
  'cn-2021': [
    ['第二十条第（一）项', ['本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '行政规范性文件']],
    ['第二十条第（五）项', ['本年处理决定数量'], ['行政许可']],
    ['第二十条第（六）项', ['本年处理决定数量'], ['行政处罚', '行政强制']],
    ['第二十条第（八）项', ['本年收费金额（单位：万元）'], ['行政事业性收费']],
  ],
  'cn-2019': [
    ['第二十条第（一）项', ['本年新制作数量', '本年新公开数量', '对外公开总数量'], ['规章', '规范性文件']],
    ['第二十条第（五）项', ['上一年项目数量', '本年增/减', '处理决定数量'], ['行政许可', '其他对外管理服务事项']],
    ['第二十条第（六）项', ['上一年项目数量', '本年增/减', '处理决定数量'], ['行政处罚', '行政强制']],
    ['第二十条第（八）项', ['上一年项目数量', '本年增/减'], ['行政事业性收费']],
    ['第二十条第（九）项', ['采购项目数量', '采购总金额'], ['政府集中采购']],
  ],
};
const short = {
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）': '（二）部分公开',
  '2.其他法律行政法规禁止公开': '2.其他法律行政止公开',
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': '1.逾期不补正',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': '2.逾期不缴费',
  '行政规范性文件': '规范性文件',
  '社会公益组织': '社会组织',
  '本年废止件数': '本年度止 件数',
  '现行有效件数': '现行有效件',
};

/** Which rows the form has, and the figures of a report that satisfies its sums. */
export function makeFigures(rand, form, {unsplit = false} = {}) {
  const rows = requestRows.filter(([key]) =>
    (unsplit || form === 'cn-2019') ? !key.startsWith('三（六）') : true);
  if (unsplit || form === 'cn-2019') {
    rows.splice(rows.length - 2, 0, ['三（六）', '', '（六）其他处理']);
  }
  const big = rand.chance(0.2);
  const figures = {proactive: {}, requests: {}, disputes: []};
  for (const [, heads, labels] of proactiveBlocks[form]) {
    for (const label of labels) {
      figures.proactive[label] = heads.map((head) => {
        if (head.includes('金额')) return rand.pick(['0', '7545', '7730.28', '190.457379', '251000']);
        if (head.includes('增/减')) return rand.pick(['0', '-3', '1036', '12']);
        return String(rand.chance(0.2) ? 11398889 : rand.below(900));
      });
    }
  }
  for (const [key] of rows) {
    const parts = columns.slice(1).map(() => rand.chance(0.5) ? 0 : rand.below(big ? 9000 : 60));
    figures.requests[key] = [...parts, parts.reduce((a, b) => a + b, 0)].map(String);
  }
  // The sums of the form: 三（七） is the sum of the rows above it, 一 + 二 = 三（七） + 四.
  columns.forEach((_, i) => {
    const at = (key) => Number(figures.requests[key][i]);
    const sum = rows.filter(([key]) => key.startsWith('三') && key !== '三（七）')
      .reduce((total, [key]) => total + at(key), 0);
    figures.requests['三（七）'][i] = String(sum);
    if (i < 6) figures.requests['二'][i] = String(Math.min(at('二'), sum));
    figures.requests['一'][i] = String(sum + at('四') - at('二'));
  });
  for (const key of ['一', '二']) {
    figures.requests[key][6] = String(figures.requests[key].slice(0, 6).reduce((a, b) => a + Number(b), 0));
  }
  for (let i = 0; i < 3; ++i) {
    const parts = [0, 0, 0, 0].map(() => rand.below(40));
    figures.disputes.push(...[...parts, parts.reduce((a, b) => a + b, 0)].map(String));
  }
  return {form, rows, figures};
}

/** How a report is printed. */
export function makeStyle(rand) {
  return {
    shortLabels: rand.chance(0.4),
    spaced: rand.chance(0.4),          // 总　计, 1 ．属于…
    brackets: rand.chance(0.3),        // ( ) for （ ）
    brokenLabels: rand.chance(0.4),    // labels over several lines or paragraphs
    vertical: rand.chance(0.3),        // one character a line
    repeatedHead: rand.chance(0.4),    // the head again in the middle of table 三
    oneTableARow: rand.chance(0.15),
    numbersBelow: rand.chance(0.15),   // figures in the row below their label
    mergeLabels: rand.below(3),        // 0: three columns merged by rows, 1: two, 2: one
    noHeadings: rand.chance(0.2),
    wrongNumbers: rand.chance(0.3),    // 五、 and 六、 numbered 一、 and 二、
    blankMark: rand.pick(['', '', ' ', '/', '-', '—', '\u3000']),
    layoutTable: rand.chance(0.25),    // section titles in a table of one cell
    pageDebris: rand.chance(0.5),
    plus: rand.chance(0.5),            // +1036
    fullWidthDigits: rand.chance(0.15),
  };
}

function printLabel(label, style, rand) {
  let text = style.shortLabels ? short[label] ?? label : label;
  if (style.brackets) text = text.replaceAll('（', '(').replaceAll('）', ')');
  if (style.spaced) {
    text = text.replace(/^(\d)\./, rand.pick(['$1 ．', '$1、', '$1. '])).replace('总计', '总 计')
      .replaceAll('“', '"').replaceAll('”', '"');
  }
  if (style.vertical && text.length <= 6 && /^[\u4e00-\u9fff]+$/.test(text)) return [...text].join('\n');
  if (style.brokenLabels && text.length > 5) {
    const at = 2 + rand.below(text.length - 4);
    text = `${text.slice(0, at)}\n${text.slice(at)}`;
  }
  return text;
}

function printFigure(value, style, signed) {
  if (value === null) return style.blankMark;
  let text = value;
  if (signed && style.plus && /^[1-9]/.test(text)) text = `+${text}`;
  if (style.fullWidthDigits) text = text.replace(/\d/g, (d) => String.fromCharCode(0xFF10 + Number(d)));
  return text;
}

/**
 * The content of a document: paragraphs `{text, bold}` and tables `{rows: [[{text, across, down}]]}`.
 * `without` leaves one printed label out; `blanks` names keys of rows (or columns) printed blank.
 */
export function makeContent(rand, agency, year, data, style, {without, notes = {}} = {}) {
  const label = (text) => text === without?.label ? '' : printLabel(text, style, rand);
  const content = [];
  const say = (text, extra = {}) => content.push({text, ...extra});
  const title = (text) => {
    if (style.layoutTable) content.push({rows: [[{text}]]});
    else say(text, {bold: true});
  };
  if (style.pageDebris) say(`${agency}文件`);
  if (rand.chance(0.5)) {
    say(`${agency}${year}年政府信息公开工作年度报告`, {bold: true});
  } else {
    say(agency, {bold: true});
    say(`${year}年政府信息公开工作年度报告`, {bold: true});
  }
  say('根据《中华人民共和国政府信息公开条例》的规定，编制本报告。');
  if (style.pageDebris) say('（此处填写本机关的名称，请删除本行）');
  title('一、总体情况');
  say(`（一）主动公开情况。${year}年，${agency}公开政府信息12条，办理申请3件。`);
  say('二、主动公开政府信息管理情况较好，全年召开会议2次。');
  if (style.pageDebris) say('- 2 -');

  if (!style.noHeadings) title(rand.pick(['二、主动公开政府信息情况', '二、行政机关主动公开政府信息情况']));
  const blocks = proactiveBlocks[data.form];
  const grid = [];
  const width = 3;
  let place = 0;
  for (const [caption, heads, labels] of blocks) {
    const block = place++;
    const cell = (text) => without?.block === undefined || without.block === block ? label(text) : printLabel(text, style, rand);
    grid.push([{text: caption, across: width + 1}]);
    const spread = (list) => list.map((text, i) => ({
      text, across: i === list.length - 1 ? width - list.length + 1 : 1}));
    grid.push([{text: '信息内容'}, ...spread(heads.map(cell))]);
    for (const row of labels) {
      const values = data.figures.proactive[row].map((value, i) =>
        (notes[`${row}${i}`] ?? '') ? `${value}${notes[`${row}${i}`]}` : printFigure(value, style, heads[i].includes('增/减')));
      grid.push([{text: cell(row)}, ...spread(values)]);
    }
  }
  content.push({rows: grid});

  if (!style.noHeadings) title('三、收到和处理政府信息公开申请情况');
  // The sheet of 25 rows: three columns of labels, merged in different ways.
  const [labelColumns] = [[3, 2, 1][style.mergeLabels]];
  const head = (forget) => {
    const l = (text) => forget ? printLabel(text, style, rand) : without?.table === 'columns' || !without?.table ? label(text) : printLabel(text, style, rand);
    return [
      [{text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', across: labelColumns, down: 3},
        {text: '申请人情况', across: 7}],
      [{text: l('自然人'), down: 2}, {text: l('法人或其他组织'), across: 5}, {text: l('总计'), down: 2}],
      columns.slice(1, 6).map((name) => ({text: l(name)})),
    ];
  };
  const sheet = [...head(false)];
  let printedHead = '';
  data.rows.forEach(([key, opens, printed], i) => {
    if (style.repeatedHead && i === 12) sheet.push(...head(true).map((row) => row.map((cell) => ({...cell}))));
    const row = [];
    const nested = key.startsWith('三');
    const deep = /^三（.）\d$/.test(key);
    const last = without?.table === 'columns' ? printLabel(printed, style, rand) : label(printed);
    if (labelColumns === 1) {
      row.push({text: last});
    } else if (!nested) {
      row.push({text: last, across: labelColumns});
    } else {
      if (labelColumns === 3 && key === '三（一）') row.push({text: label('三、本年度办理结果'), down: data.rows.filter(([k]) => k.startsWith('三')).length});
      if (deep) {
        const group = key.slice(0, 4);
        if (group !== printedHead) {
          row.push({text: label(opens || group), down: data.rows.filter(([k]) => k.startsWith(group)).length});
          printedHead = group;
        }
        row.push({text: last});
      } else {
        row.push({text: last, across: 2});
      }
    }
    const values = data.figures.requests[key].map((value) => ({text: printFigure(value, style)}));
    if (style.numbersBelow && labelColumns === 1 && !style.repeatedHead) {
      sheet.push([...row, ...values.map(() => ({text: ''}))]);
      sheet.push([{text: ''}, ...values]);
    } else {
      sheet.push([...row, ...values]);
    }
  });
  if (style.repeatedHead && labelColumns > 1) {
    // A page ends inside cells that reach down: they begin anew below it.
    breakAt(sheet, 3 + 12, labelColumns);
  }
  if (style.oneTableARow && labelColumns === 1) {
    content.push({rows: sheet.slice(0, 3)});
    for (const row of sheet.slice(3)) content.push({rows: [row]});
  } else {
    content.push({rows: sheet});
  }

  if (!style.noHeadings) title(rand.pick(['四、政府信息公开行政复议、行政诉讼情况', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况']));
  let nth = 0;
  const outcome = (text) => without?.nth === undefined || without.nth === nth++ ? label(text) : printLabel(text, style, rand);
  content.push({rows: [
    [{text: label('行政复议'), across: 5}, {text: '行政诉讼', across: 10}],
    [...outcomes.map((text) => ({text: outcome(text), down: 2})),
      {text: label('未经复议直接起诉'), across: 5}, {text: label('复议后起诉'), across: 5}],
    [...outcomes, ...outcomes].map((text) => ({text: outcome(text)})),
    data.figures.disputes.map((value) => ({text: printFigure(value, style)})),
  ]});
  title(`${style.wrongNumbers ? '一' : '五'}、存在的主要问题及改进情况`);
  say('问题是人手不足，答复不够及时。改进：加强培训。');
  title(`${style.wrongNumbers ? '二' : '六'}、其他需要报告的事项`);
  say('本年度没有收取信息处理费。');
  if (style.pageDebris) say('第 3 页 共 3 页');
  return content;
}

// Splits every cell that reaches over the row `at`: the part below is empty, its label is not printed
// again.
function breakAt(sheet, at, labelColumns) {
  let reach = [];
  for (let r = 0; r < sheet.length; ++r) {
    for (const cell of sheet[r]) {
      if (cell.down > 1 && r < at && r + cell.down > at && r >= 3) {
        reach.push({across: cell.across ?? 1, down: r + cell.down - at, order: reach.length});
        cell.down = at - r;
      }
    }
  }
  // The head was put in between: three rows that the parts above do not reach.
  const below = sheet[at + 3];
  if (!below) return;
  below.unshift(...reach.map(({across, down}) => ({text: '', across, down})));
  void labelColumns;
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A zip archive of `[name, text or bytes]`. */
export function zip(parts) {
  const table = Array.from({length: 256}, (_, n) => {
    for (let k = 0; k < 8; ++k) n = n & 1 ? 0xEDB88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
  });
  const crc = (bytes) => {
    let c = 0xFFFFFFFF;
    for (const byte of bytes) c = table[(c ^ byte) & 0xFF] ^ (c >>> 8);
    return (c ^ 0xFFFFFFFF) >>> 0;
  };
  const chunks = [], central = [];
  let offset = 0;
  for (const [name, body] of parts) {
    const bytes = Buffer.from(body), packed = deflateRawSync(bytes), file = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(0x800, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(0x21, 12);
    head.writeUInt32LE(crc(bytes), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(file.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    chunks.push(head, file, packed);
    central.push(entry, file);
    offset += 30 + file.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, directory, end]);
}

/** Rows with the columns where their cells begin, and with the cells that reach in from above. */
function layout(rows) {
  const reaching = new Map();
  return rows.map((row) => {
    const out = [];
    let column = 0;
    const covered = () => {
      for (let above; (above = reaching.get(column));) {
        out.push({column, across: above.across, covered: true});
        if (--above.down === 0) reaching.delete(column);
        column += above.across;
      }
    };
    const starts = [];
    for (const cell of row) {
      covered();
      const across = cell.across ?? 1;
      out.push({...cell, column, across});
      if (cell.down > 1) starts.push([column, {across, down: cell.down - 1}]);
      column += across;
    }
    covered();
    for (const [at, it] of starts) reaching.set(at, it);
    return out;
  });
}

export function toDocx(content, rand, style = {}) {
  const run = (text, bold) => {
    const look = bold ? '<w:rPr><w:b/></w:rPr>' : '';
    const parts = text.split('\n').map((line) => {
      if (!style.wordMess || line.length < 2) return `<w:t xml:space="preserve">${escape(line)}</w:t>`;
      // As Word leaves it: runs cut anywhere, marks of spelling, soft hyphens, fields.
      const at = 1 + rand.below(line.length - 1);
      return `<w:t xml:space="preserve">${escape(line.slice(0, at))}</w:t></w:r><w:proofErr w:type="spellStart"/>` +
        `<w:r>${look}<w:t>${escape(line.slice(at))}</w:t>`;
    });
    return `<w:r>${look}${parts.join('<w:br/>')}</w:r>`;
  };
  const changes = (text, bold) => style.tracked && text
    ? `<w:del w:id="1" w:author="a"><w:r><w:delText>99</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run(text, bold)}</w:ins>`
    : style.controls && text ? `<w:sdt><w:sdtPr/><w:sdtContent>${run(text, bold)}</w:sdtContent></w:sdt>`
      : text ? run(text, bold) : '';
  const paragraph = (text, bold) => `<w:p>${changes(text, bold)}</w:p>`;
  const paragraphs = (text) => text.includes('\n') && rand.chance(0.5)
    ? text.split('\n').map((line) => paragraph(line)).join('') : paragraph(text);
  const body = content.map((block) => {
    if (!block.rows) return paragraph(block.text, block.bold);
    const rows = layout(block.rows).map((row) => `<w:tr>${row.map((cell) => {
      const merge = cell.covered ? '<w:vMerge/>' : cell.down > 1 ? '<w:vMerge w:val="restart"/>' : '';
      const span = cell.across > 1 ? `<w:gridSpan w:val="${cell.across}"/>` : '';
      return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraphs(cell.text ?? '')}</w:tc>`;
    }).join('')}</w:tr>`);
    // Programs that lay tables out need to know the columns.
    const width = Math.max(...layout(block.rows).map((row) => row.at(-1).column + row.at(-1).across));
    const grid = `<w:tblGrid>${'<w:gridCol w:w="900"/>'.repeat(width)}</w:tblGrid>`;
    const table = `<w:tbl><w:tblPr/>${grid}${rows.join('')}</w:tbl>`;
    return style.nested && block.rows.length > 3
      ? `<w:tbl><w:tr><w:tc>${table}<w:p/></w:tc></w:tr></w:tbl><w:p/>` : `${table}<w:p/>`;
  }).join('');
  return zip([
    ['[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'],
    ['_rels/.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'],
    ['word/document.xml', `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`],
  ]);
}

const columnName = (n) => n < 26 ? String.fromCharCode(65 + n) : columnName(Math.floor(n / 26) - 1) + columnName(n % 26);

export function toXlsx(content) {
  const rows = [], merges = [];
  const cell = (r, c, text) => text === '' || text === undefined ? '' :
    /^-?\d+(\.\d+)?$/.test(text) && Number(text) < 1e15
      ? `<c r="${columnName(c)}${r}"><v>${text}</v></c>`
      : `<c r="${columnName(c)}${r}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
  for (const block of content) {
    if (!block.rows) {
      rows.push(`<row r="${rows.length + 1}">${cell(rows.length + 1, 0, block.text)}</row>`);
      merges.push(`A${rows.length}:O${rows.length}`);
      continue;
    }
    for (const row of layout(block.rows)) {
      const r = rows.length + 1;
      for (const it of row) {
        if (it.covered || (it.across === 1 && !(it.down > 1))) continue;
        merges.push(`${columnName(it.column)}${r}:${columnName(it.column + it.across - 1)}${r + (it.down ?? 1) - 1}`);
      }
      rows.push(`<row r="${r}">${row.map((it) => it.covered ? '' : cell(r, it.column, it.text)).join('')}</row>`);
    }
  }
  return zip([
    ['[Content_Types].xml', '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'],
    ['_rels/.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'],
    ['xl/workbook.xml', '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="年报" sheetId="1" r:id="rId1"/></sheets></workbook>'],
    ['xl/_rels/workbook.xml.rels', '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'],
    ['xl/worksheets/sheet1.xml', `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData><mergeCells count="${merges.length}">${merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells></worksheet>`],
  ]);
}

export function toHtml(content, rand, style = {}) {
  const inner = (text) => escape(text).replaceAll('\n', '<br>') || rand.pick(['&nbsp;', '<o:p></o:p>', '']);
  const body = content.map((block) => {
    if (!block.rows) return `<p class="MsoNormal">${block.bold ? '<b>' : ''}<span>${escape(block.text)}</span>${block.bold ? '</b>' : ''}</p>`;
    return `<table border=1>${layout(block.rows).map((row) => `<tr>${row.filter((cell) => !cell.covered).map((cell) =>
      `<td${cell.across > 1 ? ` colspan=${cell.across}` : ''}${cell.down > 1 ? ` rowspan="${cell.down}"` : ''}><p>${inner(cell.text ?? '')}</p></td>`).join('')}</tr>`).join('\n')}</table>`;
  }).join('\n');
  return Buffer.from(`<html><head><meta charset="${style.charset ?? 'utf-8'}"><title>公开网</title></head><body><ul><li>首页</li><li>3</li></ul><div id="c">${body}</div><p>主办：某办 备案1号</p></body></html>`);
}

/** Tabs between cells, merged cells as the tabs that copying leaves. */
export function toText(content) {
  const lines = [];
  for (const block of content) {
    if (!block.rows) {
      lines.push(block.text);
      continue;
    }
    for (const row of layout(block.rows)) {
      if (row.length === 1) lines.push(row[0].text);
      else lines.push(row.map((cell) => (cell.text ?? '') + '\t'.repeat(cell.across - 1)).join('\t'));
    }
  }
  return Buffer.from(lines.join('\n') + '\n');
}
