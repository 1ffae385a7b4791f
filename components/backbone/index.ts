import { type ComponentResourceOptions, output } from "@pulumi/pulumi";
import { Assembly } from "../core/assembly.ts";
import { type Portability, type Scope, scopeOf } from "../core/scope.ts";
import type { Cloud } from "../core/site.ts";
import type { BackboneArgs } from "./args.ts";
import { awsEnd } from "./aws/end.ts";
import { awsPeering } from "./aws/peering.ts";
import { azureEnd } from "./azure/end.ts";
import { azurePeering } from "./azure/peering.ts";
import type { BuiltEnd } from "./end.ts";
import { gcpEnd } from "./gcp/end.ts";
import { gcpPeering } from "./gcp/peering.ts";
import { type BackbonePlan, type End, type Link, type Peering, planBackbone } from "./plan.ts";
import { sharedKeys } from "./trust.ts";

export type { BackboneArgs, Member, Premises } from "./args.ts";

const builders: { readonly [C in Cloud]: (scope: never, end: End, plan: BackbonePlan) => BuiltEnd } = {
  aws: awsEnd,
  gcp: gcpEnd,
  azure: azureEnd,
};
const peerings: { readonly [C in Cloud]: (one: never, other: never, peering: Peering) => void } = {
  aws: awsPeering,
  gcp: gcpPeering,
  azure: azurePeering,
};

/** The private ways between the networks of an estate: tunnels between clouds, peerings inside one, and names that all know. */
export class Backbone extends Assembly {
  /** Which networks are joined how, and by which addresses. */
  readonly plan: BackbonePlan;
  readonly #ends = new Map<string, BuiltEnd>();

  constructor(name: string, args: BackboneArgs, opts?: ComponentResourceOptions) {
    const plan = planBackbone(args);
    super("Backbone", name, opts);
    this.plan = plan;
    // a network alone has nobody to speak to
    const ends = plan.ends.length > 1 || plan.waysOut.length > 0 ? plan.ends : [];
    const portabilities = ends.map((end) => this.#build(end, args));
    const keys = sharedKeys(name, [...plan.links, ...plan.waysOut.map(({ link }) => link)], this);
    for (const link of plan.links) this.#join(link, keys.get(link.name) ?? []);
    for (const { of, to, outside, link } of plan.waysOut) {
      this.#at(of).join(
        link,
        { end: to, outside: outside.map((address) => output(address)) },
        keys.get(link.name) ?? [],
      );
    }
    for (const peering of plan.peerings) this.#peer(peering);
    for (const end of ends) {
      const own = plan.domains.filter(({ of }) => of.name === end.name);
      this.#at(end).resolve(
        own,
        plan.domains.filter((domain) => !own.includes(domain)),
      );
    }
    const links = plan.links.map(({ name: link, tunnels }) => `${link}: ${tunnels.length} tunnels`);
    const escapes = portabilities.flatMap((portability) => portability().escapes);
    this.registerOutputs({ links, peerings: plan.peerings.map(({ name: both }) => both), escapes });
  }

  #build(end: End, { transform }: BackboneArgs): () => Portability {
    const { site } = end;
    const { scope, portability } = scopeOf(
      `${this.logicalName}-${end.name}`,
      this,
      { site, ...(transform && { transform }) },
      { provider: site.provider },
    );
    const build = builders[site.cloud] as (scope: Scope, end: End, plan: BackbonePlan) => BuiltEnd;
    this.#ends.set(end.name, build(scope, end, this.plan));
    return portability;
  }
  // the side that has its addresses only by the link comes first
  #join(link: Link<readonly [End, End]>, keys: Parameters<BuiltEnd["join"]>[2]): void {
    const [first, second] = link.ends;
    const outside = this.#at(first).join(link, { end: second, outside: this.#at(second).outside }, keys);
    this.#at(second).join(link, { end: first, outside }, keys);
  }
  #peer(peering: Peering): void {
    const [first, second] = peering.ends;
    const join = peerings[first.site.cloud] as (one: object, other: object, peering: Peering) => void;
    join(this.#at(first).side, this.#at(second).side, peering);
  }
  #at({ name }: End): BuiltEnd {
    const end = this.#ends.get(name);
    if (end === undefined) throw new Error(`${name} is no end of ${this.logicalName}`);
    return end;
  }
}
