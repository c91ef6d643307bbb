// Types figures into a workbook as a person would: cells of its XML get a value, nothing else changes.
import {inflateRawSync} from 'node:zlib';

const crcTable = Array.from({length: 256}, (_, n) => {
  for (let k = 0; k < 8; ++k) n = n & 1 ? 0xEDB88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc32 = (bytes) =>
  ~bytes.reduce((crc, byte) => crcTable[(crc ^ byte) & 255] ^ (crc >>> 8), ~0) >>> 0;

/** The files of a zip archive by name. */
export function unzip(bytes) {
  const files = new Map();
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let i = bytes.readUInt16LE(end + 10); i > 0; --i) {
    const method = bytes.readUInt16LE(at + 10), size = bytes.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const start = bytes.readUInt32LE(at + 42);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(data, data + size);
    files.set(bytes.toString('utf8', at + 46, at + 46 + name),
      method === 8 ? inflateRawSync(packed) : packed);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** A zip archive that holds the files as they are. */
function zip(files) {
  const parts = [], directory = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name)]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, entry,
      Buffer.from(name)]));
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const central = Buffer.concat(directory), end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The workbook with values typed into cells: `values[i]` is a map of them (B7 → number or text) for
 *  the sheet with that index. A formula that stands there is typed over. */
export function fill(workbook, values) {
  const files = unzip(workbook);
  values.forEach((cells, i) => {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    let xml = files.get(name).toString('utf8');
    for (const [cell, value] of cells) {
      let found = false;
      xml = xml.replace(new RegExp(`<c r="${cell}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, 's'),
        (all, style) => {
          found = true;
          return typeof value === 'number' ? `<c r="${cell}"${style ?? ''}><v>${value}</v></c>`
            : `<c r="${cell}"${style ?? ''} t="inlineStr"><is><t xml:space="preserve">${
              escape(value)}</t></is></c>`;
        });
      if (!found) throw new Error(`${name} has no cell ${cell}`);
    }
    files.set(name, Buffer.from(xml));
  });
  return zip(files);
}
