/** What goes into an archive. */
export type Files = readonly (readonly [name: string, bytes: Uint8Array])[];

const BLOCK = 512;

/** An uncompressed USTAR stream with nothing in it but names, sizes and bytes, in sorted order: the form Pulumi hashes. */
export function tarOf(files: Files): Buffer {
  const sorted = files.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const blocks = sorted.flatMap(([name, bytes]) => [header(name, bytes.length), bytes, padding(bytes.length)]);
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, "0")}\0`;

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const [prefix, base] = splitName(name);
  block.write(base, 0, 100);
  block.write(octal(0o600, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(0, 12), 136);
  block.write("        ", 148);
  block.write("0", 156);
  block.write("ustar\0" + "00", 257);
  block.write(octal(0, 8), 329);
  block.write(octal(0, 8), 337);
  block.write(prefix, 345, 155);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

// USTAR keeps long names in two fields, parted at a slash
function splitName(name: string): readonly [prefix: string, base: string] {
  if (Buffer.byteLength(name) <= 100) return ["", name];
  const at = name.lastIndexOf("/", 155);
  return at > 0 ? [name.slice(0, at), name.slice(at + 1)] : ["", name];
}
