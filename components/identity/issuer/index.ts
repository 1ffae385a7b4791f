import type { ComponentResourceOptions, Output, Resource } from "@pulumi/pulumi";
import { Component } from "../../core/component.ts";
import { requireSameCloud } from "../../core/grant.ts";
import type { Identity } from "../../core/identity.ts";
import {
  type Audience,
  type IssuerArgs,
  type IssuerSource,
  type OutboundArgs,
  resolveIssuer,
  type TokenService,
} from "./args.ts";
import { awsIssuer, awsOutbound } from "./aws.ts";
import { azureIssuer, azureOutbound } from "./azure.ts";
import { gcpIssuer, gcpOutbound } from "./gcp.ts";

const issuers = { aws: awsIssuer, gcp: gcpIssuer, azure: azureIssuer };
const outbounds = { aws: awsOutbound, gcp: gcpOutbound, azure: azureOutbound };
type Present = (identity: Identity, audience: Output<string>, name: string) => readonly Resource[];

/** Somebody whose tokens an account believes; made once for an account and an issuer, and shared by identities. */
export class Issuer extends Component<typeof issuers> {
  readonly of: IssuerSource;

  constructor(name: string, args: IssuerArgs, opts?: ComponentResourceOptions) {
    super("Issuer", name, args, resolveIssuer(args), issuers, opts);
    this.of = args.of;
  }
  /** What the account calls it: ARN of an OIDC provider, name of a workload identity pool, or its URL. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** What its tokens say who signed them. */
  get url(): Output<string> {
    return this.built.outputs.url;
  }
  /** Whom its tokens must be addressed to. */
  get audience(): Output<string> {
    return this.built.outputs.audience;
  }
  /** The claim that says so, as an AWS condition names it. */
  get audienceClaim(): string {
    return this.built.outputs.audienceClaim;
  }
}

/** Lets identities of an account prove to other clouds who they are; made once for an account. */
export class Outbound extends Component<typeof outbounds> implements TokenService {
  readonly #presented = new Map<string, readonly Resource[]>();

  constructor(name: string, args: OutboundArgs, opts?: ComponentResourceOptions) {
    super("Outbound", name, args, undefined, outbounds, opts);
  }
  /** Who signs the tokens. */
  get url(): Output<string> {
    return this.built.outputs.url;
  }
  /** Lets an identity ask for tokens that are addressed to another account. */
  grantPresent(identity: Identity, to: Audience): readonly Resource[] {
    requireSameCloud(this.site.cloud, identity);
    const name = `${this.logicalName}-to-${to.logicalName}-${identity.name}`;
    const present = this.built.present as Present;
    const resources = this.#presented.get(name) ?? present(identity, to.audience, name);
    this.#presented.set(name, resources);
    return resources;
  }
}
