import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { type Files, tarOf } from "./tar.ts";
import { Archive, Asset, isList, isObject, OutputValue, type Properties, Secret, type Value } from "./value.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Fills in the content hash of every asset and archive of the inputs; paths are relative to `directory`. */
export async function hashAssets(properties: Properties, directory: string): Promise<Properties> {
  const out = await hashValue(properties, directory);
  return out as Properties;
}

async function hashValue(value: Value, directory: string): Promise<Value> {
  if (value instanceof Asset) return await hashAsset(value, directory);
  if (value instanceof Archive) return await hashArchive(value, directory);
  if (value instanceof Secret)
    return keep(value, value.value, await hashValue(value.value, directory), (v) => new Secret(v));
  if (value instanceof OutputValue && value.value !== undefined) {
    const { secret, dependencies } = value;
    return keep(
      value,
      value.value,
      await hashValue(value.value, directory),
      (v) => new OutputValue(v, secret, dependencies),
    );
  }
  if (isList(value)) {
    if (!value.some(mayHoldAsset)) return value;
    return await Promise.all(value.map((item) => hashValue(item, directory)));
  }
  if (!isObject(value) || !Object.values(value).some(mayHoldAsset)) return value;
  const entries = await Promise.all(
    Object.entries(value).map(async ([k, v]) => [k, await hashValue(v, directory)] as const),
  );
  return Object.fromEntries(entries);
}

const mayHoldAsset = (value: Value): boolean => typeof value === "object" && value !== null;
const keep = (whole: Value, before: Value, after: Value, wrap: (value: Value) => Value): Value =>
  before === after ? whole : wrap(after);

async function hashAsset(asset: Asset, directory: string): Promise<Asset> {
  if (asset.content.hash) return asset;
  const bytes = await readAsset(asset, directory);
  return bytes ? new Asset({ ...asset.content, hash: sha256(bytes) }) : asset;
}

/** The bytes of an asset; undefined for a remote or elided one. */
async function readAsset({ content }: Asset, directory: string): Promise<Uint8Array | undefined> {
  if (content.path !== undefined && content.path !== "")
    return await readFile((await find(directory, content.path)).file);
  if (content.uri) return content.uri.startsWith("file://") ? await readFile(new URL(content.uri)) : undefined;
  return Buffer.from(content.text ?? "");
}

async function hashArchive(archive: Archive, directory: string): Promise<Archive> {
  if (archive.content.hash) return archive;
  const { assets, path } = archive.content;
  if (assets) {
    const hashed = (await hashValue(assets, directory)) as Properties;
    const files = await filesOf(archive, directory, "");
    return new Archive({ ...archive.content, assets: hashed, ...(files && { hash: sha256(tarOf(files)) }) });
  }
  if (path === undefined) return archive;
  const { file, isFolder } = await find(directory, path);
  const bytes = isFolder ? tarOf(await filesUnder(file, "")) : await readFile(file);
  return new Archive({ ...archive.content, hash: sha256(bytes) });
}

async function filesOf(archive: Archive, directory: string, prefix: string): Promise<Files | undefined> {
  const { assets, path } = archive.content;
  if (path !== undefined) {
    const { file, isFolder } = await find(directory, path);
    return isFolder ? await filesUnder(file, prefix) : [[prefix, await readFile(file)]];
  }
  const files: (readonly [string, Uint8Array])[] = [];
  for (const [name, value] of Object.entries(assets ?? {})) {
    const inner = value instanceof Secret ? value.value : value;
    const full = prefix ? `${prefix}/${name}` : name;
    if (inner instanceof Archive) {
      const nested = await filesOf(inner, directory, full);
      if (!nested) return undefined;
      files.push(...nested);
    } else if (inner instanceof Asset) {
      const bytes = await readAsset(inner, directory);
      if (!bytes) return undefined;
      files.push([full, bytes]);
    }
  }
  return files;
}

// what is not there is most often what a build would have made
async function find(directory: string, path: string): Promise<{ file: string; isFolder: boolean }> {
  const file = resolve(directory, path);
  try {
    return { file, isFolder: (await stat(file)).isDirectory() };
  } catch (cause) {
    throw new Error(`an asset or archive is made of '${path}', which does not exist: is it built?`, { cause });
  }
}

async function filesUnder(directory: string, prefix: string): Promise<Files> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return await Promise.all(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        const name = relative(directory, file).split(sep).join("/");
        return [prefix ? `${prefix}/${name}` : name, await readFile(file)] as const;
      }),
  );
}
