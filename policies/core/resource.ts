import { Bag } from "./props.ts";
import { type SecretPlace, secretAt } from "./secrets.ts";
import { type Cloud, normalise } from "./token.ts";

type Untyped = Record<string, unknown>;
/** A resource as the engine names it, before it is read. */
export interface Registration {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: unknown;
  readonly provider?: { readonly urn: string; readonly props: unknown } | undefined;
  readonly parent?: string | undefined;
  /** Whether Pulumi refuses to delete it; absent where the host does not say. */
  readonly protect?: boolean | undefined;
  /** Paths whose changes Pulumi does not see; absent where the host does not say. */
  readonly ignoreChanges?: readonly string[] | undefined;
  /** Where Pulumi secrets are; absent where the host does not say. */
  readonly secrets?: readonly SecretPlace[] | undefined;
  /** Property to the URNs it was computed from. */
  readonly edges?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** A resource as a rule sees it: its checked inputs, under a normalised type. */
export class Resource<Args = Untyped> extends Bag<Args> {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly cloud: Cloud | undefined;
  readonly provider: Bag;
  readonly providerUrn: string | undefined;
  readonly parent: string | undefined;
  readonly protect: boolean | undefined;
  readonly ignoreChanges: readonly string[] | undefined;
  readonly edges: Readonly<Record<string, readonly string[]>>;
  readonly #secrets: readonly SecretPlace[] | undefined;

  constructor(registration: Registration) {
    const { urn, type, name, inputs, provider, parent, protect, ignoreChanges, secrets, edges = {} } = registration;
    super(inputs);
    const token = normalise(type);
    this.urn = urn;
    this.type = token.text;
    this.cloud = token.cloud;
    this.name = name;
    this.provider = new Bag(provider?.props);
    this.providerUrn = provider?.urn;
    this.parent = parent;
    this.protect = protect;
    this.ignoreChanges = ignoreChanges;
    this.edges = edges;
    this.#secrets = secrets;
  }

  /** Whether a value is a Pulumi secret, or part of one; nothing where the host does not say. */
  isSecret(path: string): boolean | undefined {
    return this.#secrets && secretAt(this.#secrets, path) !== undefined;
  }

  /** Whether a secret stands in the program's configuration; nothing where the host does not say. */
  isConfigured(path: string): boolean | undefined {
    return this.#secrets && secretAt(this.#secrets, path)?.configured;
  }
}
