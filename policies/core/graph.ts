import { Resource } from "./resource.ts";

/** What belongs to a resource, and what may: a name that is not known yet and has no edge. */
export interface Attached {
  readonly sure: readonly Resource[];
  readonly maybe: readonly Resource[];
}
/** A join: resources of `type` name their target in `key`, the target names itself in `name`. */
export interface Join {
  readonly type: string;
  readonly key: string;
  readonly name: string;
}

/** All resources of a stack and the properties that tie them. */
export class Graph {
  readonly #byType = new Map<string, Resource[]>();
  readonly #byUrn = new Map<string, Resource>();

  constructor(resources: Iterable<Resource>) {
    for (const resource of resources) {
      this.#byUrn.set(resource.urn, resource);
      const same = this.#byType.get(resource.type);
      if (same) same.push(resource);
      else this.#byType.set(resource.type, [resource]);
    }
  }

  all(): Iterable<Resource> {
    return this.#byUrn.values();
  }

  get(urn: string): Resource | undefined {
    return this.#byUrn.get(urn);
  }

  ofType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  attached(target: Resource, join: Join): Attached {
    const sure: Resource[] = [];
    const maybe: Resource[] = [];
    for (const candidate of this.ofType(join.type)) {
      const tie = this.#tie(candidate, target, join);
      if (tie === "yes") sure.push(candidate);
      if (tie === "maybe") maybe.push(candidate);
    }
    return { sure, maybe };
  }

  /** The other way round: what of a type a resource names. */
  named(by: Resource, type: string, { key, name }: Omit<Join, "type">): Attached {
    const ties = this.ofType(type).map(
      (target) => [target, this.#tie(by, target, { type: by.type, key, name })] as const,
    );
    const of = (word: string) => ties.filter(([, tie]) => tie === word).map(([target]) => target);
    return { sure: of("yes"), maybe: of("maybe") };
  }

  // edges first: an unknown value keeps them
  #tie(candidate: Resource, target: Resource, { key, name }: Join): "yes" | "no" | "maybe" {
    const edges = candidate.edges[key] ?? [];
    if (edges.includes(target.urn)) return "yes";
    if (edges.some((urn) => this.#byUrn.get(urn)?.type === target.type)) return "no";
    const said = candidate.text(key);
    if (said.state === "absent") return "no";
    const own = target.text(name);
    if (said.state === "unknown" || own.state === "unknown") return "maybe";
    return own.state === "known" && own.value === said.value ? "yes" : "no";
  }
}
