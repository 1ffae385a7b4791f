import { ComponentResource, type ComponentResourceOptions, type Inputs, type Resource } from "@pulumi/pulumi";
import type { Grant } from "./grant.ts";
import { requireSameCloud } from "./grant.ts";
import type { Identity } from "./identity.ts";
import { LOGICAL_NAME } from "./name.ts";
import { type ComponentArgs, type Scope, scopeOf } from "./scope.ts";
import type { Cloud, Site } from "./site.ts";
import { validate } from "./validate.ts";

/** What a cloud file gives back: portable outputs, and the real resources by their child key. */
export interface Built {
  readonly outputs: Inputs;
  readonly nodes: Readonly<Record<string, Resource | readonly Resource[]>>;
  /** Present where rights on the thing can be given. */
  readonly grant?: (right: never, identity: never, name: string) => readonly Resource[];
}
type Builders = { readonly [C in Cloud]: (scope: never, spec: never) => Built };
type NodesOf<B extends Builders> = { readonly [C in Cloud]?: ReturnType<B[C]>["nodes"] };

/** One thing on one site, built by the file of the site's cloud; a table that lacks a cloud does not compile. */
export abstract class Component<B extends Builders> extends ComponentResource {
  readonly site: Site;
  /** The first argument: unique among its kind in a stack. */
  readonly logicalName: string;
  /** The real resources, by cloud and child. */
  readonly nodes: NodesOf<B>;
  protected readonly built: ReturnType<B[Cloud]>;
  readonly #grants = new Map<string, Grant>();

  constructor(
    type: string,
    name: string,
    args: ComponentArgs,
    spec: Parameters<B[Cloud]>[1],
    builders: B,
    opts?: ComponentResourceOptions,
  ) {
    const { site } = args;
    const short = opts?.parent instanceof Component || LOGICAL_NAME.test(name); // a part is called after its whole
    validate(`invalid ${type}`, [["name", !short, `must match ${LOGICAL_NAME.source}, got ${name}`]]);
    super(`archipel:index:${type}`, name, {}, { ...opts, providers: [site.provider] });
    // the only cast: TypeScript cannot tie site.cloud to builders[site.cloud]
    const build = builders[site.cloud] as unknown as (scope: Scope, spec: unknown) => ReturnType<B[Cloud]>;
    this.logicalName = name;
    this.site = site;
    const { scope, portability } = scopeOf(name, this, args);
    this.built = build(scope, spec);
    this.nodes = { [site.cloud]: this.built.nodes } as NodesOf<B>;
    this.registerOutputs({ ...this.built.outputs, portability: portability() });
  }

  /** Gives a right once, however often it is asked for. */
  protected grant<Right extends string>(right: Right, identity: Identity): Grant<Right> {
    requireSameCloud(this.site.cloud, identity);
    const name = `${this.logicalName}-${right}-${identity.name}`;
    const give = this.built.grant as
      | ((right: Right, identity: Identity, name: string) => readonly Resource[])
      | undefined;
    const grant = this.#grants.get(name) ?? { right, identity, resources: give?.(right, identity, name) ?? [] };
    this.#grants.set(name, grant);
    return grant as Grant<Right>;
  }
}
