import { SECRET_SIGNATURE, SIGNATURE, UNKNOWN } from "./signatures.ts";

/** A property as a rule may meet it; `reason` says why a present value could not be read. */
export type Read<T = unknown> =
  | { readonly state: "known"; readonly path: string; readonly value: T }
  | { readonly state: "absent"; readonly path: string }
  | Unknown;
/** A value that is not known yet, or that is there and cannot be understood. */
export interface Unknown {
  readonly state: "unknown";
  readonly path: string;
  readonly reason?: string;
}

type Untyped = Record<string, unknown>;
/** A dotted path into the arguments of a resource; its first step is checked against the SDK's type. */
export type Path<Args> = Extract<keyof Args, string> | `${Extract<keyof Args, string>}.${string}`;

const UNKNOWNS: ReadonlySet<unknown> = new Set([
  UNKNOWN, // string
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
]);

class Unreadable {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** What lies behind the proxies that throw and the wrappers that mark secrets. */
export function unwrap(value: unknown): unknown {
  let current = unproxied(value);
  while (isSecret(current)) current = unproxied(Reflect.get(current, "value"));
  return current;
}

/** What lies behind the proxies that throw. */
export function unproxied(value: unknown): unknown {
  let current = value;
  while (isObject(current) && Reflect.get(current, "__isSpecialProxy") === true) {
    current = Reflect.get(current, "__getSpecialProxyTarget");
  }
  return current;
}

/** Properties of a resource, or a part of them: every read answers, none throws. */
export class Bag<Args = Untyped> {
  readonly path: string;
  readonly #value: unknown;

  constructor(value: unknown, path = "") {
    this.#value = value;
    this.path = path;
  }

  /** Part of a bag whose text is itself JSON, as providers pass nested settings. */
  json(path: Path<Args>): Bag {
    const text = this.read(path);
    if (text.state !== "known" || typeof text.value !== "string") return this.bag(path);
    try {
      return new Bag(JSON.parse(text.value), text.path);
    } catch {
      return new Bag(new Unreadable("is not JSON"), text.path);
    }
  }

  bag(path: Path<Args>): Bag {
    return new Bag(this.#walk(path.split(".")), this.#join(path));
  }

  read(path: Path<Args>): Read {
    return this.#answer(this.#walk(path.split(".")), path);
  }

  /** One key as it is written, dots included. */
  key(name: string): Read {
    return this.#answer(this.#walk([name]), name);
  }

  /** What lies under one key as it is written. */
  under(name: string): Bag {
    return new Bag(this.#walk([name]), this.#join(name));
  }

  /** The bag itself as a value. */
  self(): Read {
    return this.#answer(unwrap(this.#value), "");
  }

  /** The bag itself as text. */
  itself(): Read<string> {
    return asText(this.self());
  }

  text(path: Path<Args>): Read<string> {
    return asText(this.read(path));
  }

  flag(path: Path<Args>): Read<boolean> {
    return asFlag(this.read(path));
  }

  number(path: Path<Args>): Read<number> {
    return asNumber(this.read(path));
  }

  /** The elements of a list; a single value counts as a list of one. */
  list(path: Path<Args>): Read<readonly Bag[]> {
    return this.bag(path).items();
  }

  /** The elements of the bag itself. */
  items(): Read<readonly Bag[]> {
    return convert(this.self(), "a list", (value) =>
      Array.isArray(value)
        ? value.map((item, index) => new Bag(item, `${this.path}[${index}]`))
        : [new Bag(value, this.path)],
    );
  }

  /** The names in an object, or why they cannot be listed. */
  keys(): Read<readonly string[]> {
    return convert(this.self(), "an object", (value) => (isObject(value) ? Object.keys(value) : undefined));
  }

  #walk(steps: readonly string[]): unknown {
    let current = unwrap(this.#value);
    for (const step of steps) {
      if (UNKNOWNS.has(current) || current instanceof Unreadable) return current;
      if (!isObject(current) || !Object.hasOwn(current, step)) return undefined;
      current = unwrap(Reflect.get(current, step));
    }
    return current;
  }

  #answer(value: unknown, step: string): Read {
    const path = this.#join(step);
    if (value instanceof Unreadable) return { state: "unknown", path, reason: value.reason };
    if (UNKNOWNS.has(value)) return { state: "unknown", path };
    return value === undefined || value === null ? { state: "absent", path } : { state: "known", path, value };
  }

  #join(step: string): string {
    return [this.path, step].filter((part) => part !== "").join(".");
  }
}

/** Text that may have been written as a number. */
export function asText(read: Read): Read<string> {
  return convert(read, "text", (value) =>
    typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined,
  );
}

/** A boolean that may have been written as text. */
export function asFlag(read: Read): Read<boolean> {
  return convert(read, "a boolean", (value) => {
    if (typeof value === "boolean") return value;
    const word = typeof value === "string" ? value.toLowerCase() : "";
    return word === "true" || word === "false" ? word === "true" : undefined;
  });
}

/** A number that may have been written as text. */
export function asNumber(read: Read): Read<number> {
  return convert(read, "a number", (value) => {
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : undefined;
  });
}

/** The same answer about another value, if the one that is there can be converted. */
export function convert<From, To>(read: Read<From>, kind: string, to: (value: From) => To | undefined): Read<To> {
  if (read.state !== "known") return read;
  const value = to(read.value);
  if (value === undefined) return { state: "unknown", path: read.path, reason: `is not ${kind}` };
  return { state: "known", path: read.path, value };
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether a value is marked secret, on the wire or by the SDK. */
export function isSecret(value: unknown): value is object {
  if (!isObject(value)) return false;
  if (Reflect.get(value, SIGNATURE) === SECRET_SIGNATURE) return true;
  if (isPlain(value)) return false;
  // the SDK's Secret is the only class instance here that holds nothing but `value`; asking for its class would load the SDK
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === "value";
}

/** Whether an object is what JSON has, and no instance of a class. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
