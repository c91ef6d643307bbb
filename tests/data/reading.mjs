// Readers of published data that share nothing with the program that wrote it: CSV by RFC 4180, XLSX
// as a zip of XML.
import {inflateRawSync} from 'node:zlib';

/** The fields of every line as they stand there. The byte-order mark and CRLF must be there. */
export function readCsv(bytes) {
  const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  if (!text.startsWith('\uFEFF')) throw new Error('no byte-order mark');
  const lines = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  field.lastIndex = 1;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (!match) throw new Error(`not RFC 4180 at ${at}: ${text.slice(at, at + 40)}`);
    lines.at(-1).push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] === '\r\n') lines.push([]);
  }
  if (lines.pop().length !== 0) throw new Error('the last line does not end');
  return lines;
}

/** The lines of a CSV as objects by the names in its first line. */
export function csvRecords(bytes) {
  const [header, ...lines] = readCsv(bytes);
  return lines.map((line) => Object.fromEntries(header.map((name, i) => [name, line[i]])));
}

/** A text of a CSV without the apostrophe that keeps a spreadsheet from running it. */
export function plainText(field) {
  return /^'['=+\-@\t\r]/.test(field) ? field.slice(1) : field;
}

function unzip(bytes) {
  const files = new Map();
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let i = bytes.readUInt16LE(end + 10); i > 0; --i) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const start = bytes.readUInt32LE(at + 42);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(data, data + size);
    files.set(bytes.toString('utf8', at + 46, at + 46 + name),
      (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return files;
}

const unescape = (text) => text.replace(/&(lt|gt|quot|apos|amp|#(\d+));/g, (all, name, code) =>
  code ? String.fromCodePoint(code) : {lt: '<', gt: '>', quot: '"', apos: "'", amp: '&'}[name])
  .replace(/_x([0-9A-F]{4})_/g, (all, code) => String.fromCharCode(parseInt(code, 16)));

const attribute = (tag, name) => {
  const match = new RegExp(`\\b${name}="([^"]*)"`).exec(tag);
  return match ? unescape(match[1]) : undefined;
};

function texts(xml) {
  return [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map((si) =>
    [...si[1].matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map((t) => unescape(t[1])).join(''));
}

/** The formats of number that cells name by their style. */
function formats(xml) {
  const named = new Map([...xml.matchAll(/<numFmt [^>]*>/g)].map(
    (tag) => [attribute(tag[0], 'numFmtId'), attribute(tag[0], 'formatCode')]));
  const builtin = new Map([['0', 'General'], ['1', '0'], ['2', '0.00']]);
  const cells = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml)[1];
  return [...cells.matchAll(/<xf [^>]*>/g)].map((tag) => {
    const id = attribute(tag[0], 'numFmtId');
    return named.get(id) ?? builtin.get(id);
  });
}

/** `{name, cells: Map(B7 → {type: number|text|blank, value, formula, format}), merged, frozen, hidden,
 *  conditions}` for each sheet of a workbook. */
export function readXlsx(bytes) {
  const files = unzip(bytes);
  const shared = files.has('xl/sharedStrings.xml') ? texts(files.get('xl/sharedStrings.xml')) : [];
  const styles = formats(files.get('xl/styles.xml'));
  const names = [...files.get('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)]
    .map((tag) => attribute(tag[0], 'name'));
  return names.map((name, i) => {
    const xml = files.get(`xl/worksheets/sheet${i + 1}.xml`);
    const cells = new Map();
    for (const [, head, body] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const value = /<v>(.*?)<\/v>/s.exec(body ?? '')?.[1];
      const formula = /<f(?: [^>]*)?>(.*?)<\/f>/s.exec(body ?? '')?.[1];
      const type = attribute(head, 't');
      const isText = type === 's' || type === 'inlineStr' || type === 'str';
      cells.set(attribute(head, 'r'), {
        type: value === undefined ? 'blank' : isText ? 'text' : 'number',
        value: type === 's' ? shared[value] : isText ? unescape(value) : value,
        formula: formula === undefined ? undefined : unescape(formula),
        format: styles[attribute(head, 's') ?? 0],
      });
    }
    return {
      name, cells,
      merged: [...xml.matchAll(/<mergeCell ref="([^"]*)"/g)].map((match) => match[1]),
      frozen: /<pane [^>]*state="frozen"/.test(xml),
      hidden: [...xml.matchAll(/<col [^>]*hidden="1"[^>]*>/g)].map(
        (tag) => [Number(attribute(tag[0], 'min')), Number(attribute(tag[0], 'max'))]),
      conditions: [...xml.matchAll(/<conditionalFormatting sqref="([^"]*)">.*?<formula>(.*?)<\/formula>/gs)]
        .map((match) => ({range: match[1], formula: unescape(match[2])})),
    };
  });
}

/** The lines of a sheet as arrays of values, blanks as undefined. */
export function sheetLines(sheet) {
  const lines = [];
  for (const [name, cell] of sheet.cells) {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(name);
    const column = [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
    (lines[row - 1] ??= [])[column] = cell.value;
  }
  return Array.from(lines, (line) => line ?? []);
}
