import type { ComponentResourceOptions, Output, Resource } from "@pulumi/pulumi";
import type { KubernetesCluster } from "../core/cluster.ts";
import { Component } from "../core/component.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity } from "../core/identity.ts";
import type { Site } from "../core/site.ts";
import { unsupportedOn } from "../core/unsupported.ts";
import { type AuthorityRight, type CertificateAuthorityArgs, resolveAuthority } from "./args.ts";
import { awsAuthority } from "./aws.ts";
import { gcpAuthority } from "./gcp.ts";
import { type ClusterIssuer, type IssueInArgs, issuerIn } from "./issuer.ts";
import { homeOf, REACH } from "./reach.ts";

export type { CertificateAuthorityArgs } from "./args.ts";
export type { ClusterIssuer, IssueInArgs } from "./issuer.ts";

const builders = { aws: awsAuthority, gcp: gcpAuthority, azure: unsupportedOn("azure", REACH.azure.why) };

/** A root that certificates lead to, whose key never leaves its cloud; it signs the authorities of clusters, and nothing else. */
export class CertificateAuthority extends Component<typeof builders> {
  readonly #issuers = new Map<string, ClusterIssuer>();

  constructor(name: string, args: CertificateAuthorityArgs, opts?: ComponentResourceOptions) {
    super("CertificateAuthority", name, args, resolveAuthority(args), builders, opts);
  }
  /** The first site of clusters whose authority all of them can ask; none in dev, where it costs more than it protects. */
  static homeOf(clusters: readonly KubernetesCluster[]): Site | undefined {
    return homeOf(clusters);
  }
  /** What the cloud calls it in full: ARN, or `projects/…/certificateAuthorities/…`. */
  get id(): Output<string> {
    return this.built.outputs.id;
  }
  /** Its own certificate, which all trust that it signs for: PEM. */
  get root(): Output<string> {
    return this.built.outputs.root;
  }
  /** What must be there before it signs. */
  get ready(): readonly Resource[] {
    return this.built.ready;
  }
  /** Lets an identity have authorities signed, below which none may follow. */
  grantIssue(identity: Identity): Grant<AuthorityRight> {
    return this.grant("issue", identity);
  }
  /** Lets cert-manager of a cluster ask it, without a key; once for a cluster, however often it is asked for. */
  issueIn(args: IssueInArgs): ClusterIssuer {
    const { name } = args.cluster;
    const issuer = this.#issuers.get(name) ?? issuerIn(this, this.built.controller, args);
    this.#issuers.set(name, issuer);
    return issuer;
  }
}
