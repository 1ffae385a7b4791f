/** One value of a stack's configuration. Objects are JSON text. */
export interface ConfigValue {
  readonly value: string;
  readonly secret: boolean;
}

/** The configuration of a stack: `namespace:key` to value. */
export class StackConfig {
  readonly values: ReadonlyMap<string, ConfigValue>;

  constructor(values: ReadonlyMap<string, ConfigValue>) {
    this.values = values;
  }

  ofNamespace(namespace: string): { key: string; value: string; secret: boolean }[] {
    const prefix = `${namespace}:`;
    return [...this.values]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, { value, secret }]) => ({ key: key.slice(prefix.length), value, secret }));
  }

  get disabledDefaultProviders(): readonly string[] {
    const text = this.values.get("pulumi:disable-default-providers")?.value;
    if (!text) return [];
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : [];
  }

  /** `namespace:key` to plain text, as programs and packs read it. */
  plain(): { [key: string]: string } {
    return Object.fromEntries([...this.values].map(([key, { value }]) => [key, value]));
  }
  secretKeys(): string[] {
    return [...this.values].filter(([, { secret }]) => secret).map(([key]) => key);
  }
}
