import type { ComponentResourceOptions, Output, Resource } from "@pulumi/pulumi";
import { Component } from "../core/component.ts";
import type { Proof, Zone } from "../gateway/index.ts";
import { awsZone } from "./aws/zone.ts";
import { azureZone } from "./azure.ts";
import { gcpZone } from "./gcp.ts";
import type { PlainRecord } from "./record.ts";
import { type DnsZoneArgs, resolveDnsZone } from "./zone-args.ts";

const builders = { aws: awsZone, gcp: gcpZone, azure: azureZone };
const LONG_SECONDS = 3600;

/** A public zone of names, in which only named authorities may sign certificates. */
export class DnsZone extends Component<typeof builders> implements Zone {
  readonly domain: string;
  readonly authorities: readonly string[];
  readonly #delegated = new Set<string>();
  readonly #proofs = new Map<string, Resource>();

  constructor(name: string, args: DnsZoneArgs, opts?: ComponentResourceOptions) {
    const spec = resolveDnsZone(args);
    super("DnsZone", name, args, spec, builders, opts);
    this.domain = spec.domain;
    this.authorities = spec.authorities;
    this.record("authorities", {
      type: "CAA",
      name: spec.domain,
      ttlSeconds: LONG_SECONDS,
      authorities: spec.authorities,
    });
  }
  /** What the cloud calls it: the id of a hosted zone, or a name. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** What the zone above must name so that this one is found. */
  get servers(): Output<string[]> {
    return this.built.outputs.servers;
  }
  /** Zones below it that are others'. */
  get delegated(): ReadonlySet<string> {
    return this.#delegated;
  }
  /** Adds a name that leads to one thing; called after `of`. */
  record(of: string, record: PlainRecord): Resource {
    return this.built.record(of.replaceAll(".", "-"), record);
  }
  /** Puts a record there that proves a name to be ours; one for each name, whoever asks. */
  prove(key: string, { name, value }: Proof): Resource {
    const made =
      this.#proofs.get(key) ??
      this.record(`proof-${key}`, { type: "CNAME", name, ttlSeconds: LONG_SECONDS, target: value });
    this.#proofs.set(key, made);
    return made;
  }
  /** Says that a domain below is found at other servers; once for each. */
  delegate(domain: string, servers: Output<string[]>): Resource {
    this.#delegated.add(domain);
    return this.record(`to-${domain}`, { type: "NS", name: domain, ttlSeconds: LONG_SECONDS, servers });
  }
}
