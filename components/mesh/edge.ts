import { type Limit, validate } from "../core/validate.ts";
import { LABEL, portLimits } from "./settings.ts";

/** Pods, by namespace and labels. */
export interface Selected {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}
/** A gateway that takes calls from outside, and whose tokens they carry. */
export interface Admitted extends Selected {
  /** Who brings no token of these is turned away. @default [] (anybody is let in: what is behind asks for itself) */
  readonly jwt?: readonly JwtIssuer[];
  /** Paths that need no token: `/healthz`. @default [] */
  readonly publicPaths?: readonly string[];
}
/** Pods that answer anybody on some ports, such as what is scraped. */
export interface Opened extends Selected {
  readonly ports: readonly number[];
}
/** Who signs tokens of callers, and for whom. */
export interface JwtIssuer {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly audiences: readonly string[];
}

function selectedLimits(name: string, { namespace, labels }: Selected): readonly Limit[] {
  return [
    ["name", !LABEL.test(name), `must be a DNS label, got ${name}`],
    ["namespace", !LABEL.test(namespace), `must be a namespace, got ${namespace}`],
    ["labels", Object.keys(labels).length === 0, "must select pods: without, the whole namespace would be open"],
  ];
}

/** What a policy says of pods that answer anybody. */
export function openedSpec(name: string, opened: Opened) {
  const { labels, ports } = opened;
  validate(`invalid opening ${name}`, [...selectedLimits(name, opened), ...portLimits("ports", ports)]);
  return {
    selector: { matchLabels: { ...labels } },
    action: "ALLOW" as const,
    rules: [{ to: [{ operation: { ports: ports.map(String) } }] }],
  };
}

/** What is said at a gateway: whose tokens are taken, and that there is one; a reading of tokens alone lets in who has none. */
export function admittedSpecs(name: string, admitted: Admitted) {
  const { labels, jwt = [], publicPaths = [] } = admitted;
  validate(`invalid admission ${name}`, [
    ...selectedLimits(name, admitted),
    ...jwt.flatMap(issuerLimits),
    ...publicPaths.map(
      (path): Limit => ["publicPaths", !path.startsWith("/") || path === "/*", `must be single paths, got ${path}`],
    ),
    ["publicPaths", publicPaths.length > 0 && jwt.length === 0, "mean nothing where no token is asked for"],
  ]);
  const selector = { matchLabels: { ...labels } };
  const withToken = { from: [{ source: { requestPrincipals: jwt.map(({ issuer }) => `${issuer}/*`) } }] };
  const withoutToken = publicPaths.length === 0 ? [] : [{ to: [{ operation: { paths: [...publicPaths] } }] }];
  const policy = { selector, action: "ALLOW" as const, rules: jwt.length === 0 ? [{}] : [withToken, ...withoutToken] };
  const jwtRules = jwt.map(({ audiences, ...rule }) => ({
    ...rule,
    audiences: [...audiences],
    forwardOriginalToken: true,
  }));
  return { policy, tokens: jwt.length === 0 ? undefined : { selector, jwtRules } };
}

/** The limits of who signs tokens. */
export function issuerLimits({ issuer, jwksUri, audiences }: JwtIssuer, index: number): readonly Limit[] {
  return [
    [`jwt[${index}].issuer`, !issuer.startsWith("https://"), `must be an https URL, got ${issuer}`],
    [`jwt[${index}].jwksUri`, !jwksUri.startsWith("https://"), `must be an https URL, got ${jwksUri}`],
    [
      `jwt[${index}].audiences`,
      audiences.length === 0,
      "must name for whom: without, a token for any other service would do",
    ],
  ];
}
