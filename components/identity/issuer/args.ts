import { type Output, output, type Resource } from "@pulumi/pulumi";
import type { KubernetesCluster } from "../../core/cluster.ts";
import type { Identity } from "../../core/identity.ts";
import type { Cloud, Site } from "../../core/site.ts";
import type { Tags } from "../../core/tags.ts";
import type { Transforms } from "../../core/transform.ts";
import { type Limit, validate } from "../../core/validate.ts";
import type { IssuerChildren, OutboundChildren } from "./native.ts";

/** Whom a token is for. */
export interface Audience {
  readonly logicalName: string;
  readonly audience: Output<string>;
}
/** Where the identities of an account get tokens for others: an `Outbound`. */
export interface TokenService {
  readonly site: Site;
  readonly url: Output<string>;
  grantPresent(identity: Identity, to: Audience): readonly Resource[];
}
/** Who signs the tokens: GitHub Actions, a cluster for its service accounts, or another cloud for its identities. */
export type IssuerSource =
  | "github"
  | { readonly cluster: KubernetesCluster }
  | {
      readonly outbound: TokenService;
      /** The application ID URI of your Entra app registration; Azure's identities need one to leave Azure. @default none */
      readonly audience?: string;
    };

export interface IssuerArgs {
  /** The account that is to believe its tokens. */
  readonly site: Site;
  readonly of: IssuerSource;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<IssuerChildren>;
}

/** `IssuerArgs` with every limit checked. Cloud files see only this. */
export interface IssuerSpec {
  readonly url: Output<string>;
  /** Where the issuer and not the account decides to whom its tokens are addressed. */
  readonly audience: string | undefined;
  /** Google's tokens are known to AWS already. */
  readonly known: boolean;
  readonly tags: Tags;
}

export interface OutboundArgs {
  /** The account whose identities leave it. */
  readonly site: Site;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<OutboundChildren>;
}

export const GITHUB_URL = "https://token.actions.githubusercontent.com";
/** What Entra wants a token from outside to be addressed to. */
export const ENTRA_EXCHANGE = "api://AzureADTokenExchange";

export function resolveIssuer({ site, of }: IssuerArgs): IssuerSpec {
  validate("invalid issuer", [
    // the id of its pool starts with the prefix, and Google keeps gcp- for itself
    ["site.prefix", site.cloud === "gcp" && site.prefix === "gcp", "must not be gcp: Google keeps such pools"],
    ...outboundLimits(site, of),
  ]);
  return {
    url: urlOf(of),
    audience: typeof of === "object" && "outbound" in of ? of.audience : undefined,
    known: cloudOf(of) === "gcp",
    tags: site.tags,
  };
}

/** The cloud whose identities it speaks for, where it is a cloud. */
export function cloudOf(of: IssuerSource): Cloud | undefined {
  return typeof of === "object" && "outbound" in of ? of.outbound.site.cloud : undefined;
}

function urlOf(of: IssuerSource): Output<string> {
  if (of === "github") return output(GITHUB_URL);
  return "cluster" in of ? of.cluster.issuer : of.outbound.url;
}

function outboundLimits(site: Site, of: IssuerSource): readonly Limit[] {
  if (of === "github" || "cluster" in of) return [];
  const { audience, outbound } = of;
  const from = outbound.site.cloud;
  // only Entra asks for an application of one's own; into Entra every token has the same audience
  const takes = from === "azure" && site.cloud !== "azure";
  return [
    ["of.outbound", from === site.cloud, `is of ${from} itself: grant the right to the identity, without federation`],
    [
      "of.audience",
      takes && audience === undefined,
      `is required from azure to ${site.cloud}: Entra issues such tokens for an app registration of yours only`,
    ],
    ["of.audience", !takes && audience !== undefined, `is decided by the clouds from ${from} to ${site.cloud}`],
    [
      "of.audience",
      audience === ENTRA_EXCHANGE,
      `must not be ${ENTRA_EXCHANGE}: whoever gets such a token can use it in Entra`,
    ],
    ["of.audience", /[*?\s]/.test(audience ?? ""), `must be one application ID URI, got ${audience}`],
  ];
}
