/** A property value as it travels between program, engine and provider: JSON plus the things JSON cannot say. */
export type Value = null | boolean | number | string | readonly Value[] | Properties | Special;
export type Properties = { readonly [key: string]: Value };

/** What Pulumi's wire marks with a signature; everything else is plain JSON. */
export abstract class Special {
  abstract readonly kind: "secret" | "unknown" | "asset" | "archive" | "reference" | "output";
}

export class Secret extends Special {
  readonly kind = "secret";
  readonly value: Value;
  constructor(value: Value) {
    super();
    this.value = value;
  }
}

/** A value that exists only after the update; all typed markers of the wire decode to this one. */
export class Unknown extends Special {
  readonly kind = "unknown";
}
export const UNKNOWN = new Unknown();

export interface AssetContent {
  readonly hash?: string;
  readonly text?: string;
  readonly path?: string;
  readonly uri?: string;
}
/** One blob; with a hash alone it is elided. Fields stand in one order, wherever they come from. */
export class Asset extends Special {
  readonly kind = "asset";
  readonly content: AssetContent;
  constructor({ hash, path, text, uri }: AssetContent) {
    super();
    this.content = {
      ...(hash !== undefined && { hash }),
      ...(path !== undefined && { path }),
      ...(text !== undefined && { text }),
      ...(uri !== undefined && { uri }),
    };
  }
}

export interface ArchiveContent {
  readonly hash?: string;
  readonly assets?: { readonly [name: string]: Value };
  readonly path?: string;
  readonly uri?: string;
}
/** Many blobs under names; with a hash alone it is elided. */
export class Archive extends Special {
  readonly kind = "archive";
  readonly content: ArchiveContent;
  constructor({ assets, hash, path, uri }: ArchiveContent) {
    super();
    this.content = {
      ...(assets !== undefined && { assets }),
      ...(hash !== undefined && { hash }),
      ...(path !== undefined && { path }),
      ...(uri !== undefined && { uri }),
    };
  }
}

/** A resource passed as a value. `id` is absent for components, UNKNOWN before creation. */
export class Reference extends Special {
  readonly kind = "reference";
  readonly urn: string;
  readonly id: string | Unknown | undefined;
  readonly packageVersion: string | undefined;
  constructor(urn: string, id?: string | Unknown, packageVersion?: string) {
    super();
    this.urn = urn;
    this.id = id;
    this.packageVersion = packageVersion;
  }
}

/** An output with its dependencies; only in transforms, hooks, calls and remote components. */
export class OutputValue extends Special {
  readonly kind = "output";
  readonly value: Value | undefined;
  readonly secret: boolean;
  readonly dependencies: readonly string[];
  constructor(value: Value | undefined, secret: boolean, dependencies: readonly string[]) {
    super();
    this.value = value;
    this.secret = secret;
    this.dependencies = dependencies;
  }
}

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);
export const isObject = (value: Value | undefined): value is Properties =>
  typeof value === "object" && value !== null && !isList(value) && !(value instanceof Special);

/** Rebuilds a value bottom-up; `visit` sees each node after its children. Unchanged parts keep their identity. */
export function map(value: Value, visit: (value: Value) => Value): Value {
  if (isList(value)) {
    const next = value.map((item) => map(item, visit));
    return visit(next.some((item, i) => item !== value[i]) ? next : value);
  }
  if (value instanceof Secret) {
    const inner = map(value.value, visit);
    return visit(inner === value.value ? value : new Secret(inner));
  }
  if (value instanceof OutputValue && value.value !== undefined) {
    return visit(new OutputValue(map(value.value, visit), value.secret, value.dependencies));
  }
  if (value instanceof Archive && value.content.assets) {
    return visit(new Archive({ ...value.content, assets: mapObject(value.content.assets, visit) }));
  }
  return visit(isObject(value) ? mapObject(value, visit) : value);
}

export function mapObject(object: Properties, visit: (value: Value) => Value): Properties {
  const entries = Object.keys(object).map((key) => [key, map(object[key] as Value, visit)] as const);
  return entries.some(([key, value]) => value !== object[key]) ? Object.fromEntries(entries) : object;
}

/** Whether any node of the value satisfies the test. */
export function some(value: Value, test: (value: Value) => boolean): boolean {
  if (test(value)) return true;
  if (isList(value)) return value.some((item) => some(item, test));
  if (value instanceof Secret) return some(value.value, test);
  if (value instanceof OutputValue) return value.value !== undefined && some(value.value, test);
  if (value instanceof Archive) return value.content.assets !== undefined && some(value.content.assets, test);
  return isObject(value) && Object.keys(value).some((key) => some(value[key] as Value, test));
}

export const containsUnknown = (value: Value): boolean =>
  some(value, (node) => node === UNKNOWN || (node instanceof OutputValue && node.value === undefined));
export const containsSecret = (value: Value): boolean =>
  some(value, (node) => node instanceof Secret || (node instanceof OutputValue && node.secret));

/** The value without its secret wrappers, at any depth. */
export const unwrapSecrets = (value: Value): Value =>
  map(value, (node) => (node instanceof Secret ? node.value : node));
export const unwrapSecretsIn = (object: Properties): Properties => unwrapSecrets(object) as Properties;

/** Deep equality. Assets and archives compare by hash when both have one. */
export function equal(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a === null || b === null) return false;
  if (typeof a !== "object" || typeof b !== "object") return Number.isNaN(a) && Number.isNaN(b);
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (a instanceof Special || b instanceof Special) return specialsEqual(a, b);
  if (isList(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && equal(a[key], b[key]));
}

function specialsEqual(a: Value, b: Value): boolean {
  if (a instanceof Secret) return b instanceof Secret && equal(a.value, b.value);
  if (a instanceof Asset || a instanceof Archive) {
    if (!(b instanceof Asset || b instanceof Archive) || a.kind !== b.kind) return false;
    if (a.content.hash !== undefined && b.content.hash !== undefined) return a.content.hash === b.content.hash;
    return equal(a.content as Properties, b.content as Properties);
  }
  if (a instanceof Reference) return b instanceof Reference && a.urn === b.urn && a.id === b.id;
  if (a instanceof OutputValue) return b instanceof OutputValue && a.secret === b.secret && equal(a.value, b.value);
  return a instanceof Unknown && b instanceof Unknown;
}
