import { meansAnybody, narrowed, type Statement } from "../../core/iam.ts";
import { allOf, anyOf, faultIf, not, type Truth } from "../../core/truth.ts";
import { every, type Verdict } from "../../core/verdict.ts";

// Google's aud is compared with azp, which the caller chooses
const CLAIMS: Readonly<Record<string, readonly string[]>> = { "accounts.google.com": ["sub", "oaud"] };
const USUAL_CLAIMS = ["aud", "sub"];

/** Judges one statement of a trust policy; without own accounts, who is foreign is not known. */
export function trusted(own: readonly string[] | undefined): (statement: Statement) => Verdict {
  return (statement) => {
    const { path, allows } = statement;
    const federated = statement.anyPrincipal((kind, value) => kind === "Federated" && issuerOf(value) !== undefined);
    const foreign =
      own === undefined ? false : statement.anyPrincipal((kind, value) => kind === "AWS" && isForeign(value, own));
    const named = anyOf([
      narrowed(statement),
      statement.condition((key, value) => key === "sts:externalid" && value !== "*"),
    ]);
    const verdicts = every([
      faultIf(allOf([allows, meansAnybody(statement), not(narrowed(statement))]), path, "lets anybody take the role"),
      faultIf(allOf([allows, federated, not(claimsFixed(statement))]), path, "does not fix the claims of the issuer"),
      faultIf(allOf([allows, foreign, not(named)]), path, "lets another account in without an external id"),
    ]);
    return verdicts[0] as Verdict;
  };
}

/** The issuer in an OIDC provider's ARN or name; SAML and Cognito have other claims. */
function issuerOf(principal: string): string | undefined {
  if (principal.includes(":saml-provider/")) return undefined;
  const issuer = principal.replace(/^.*:oidc-provider\//, "");
  return issuer === "cognito-identity.amazonaws.com" ? undefined : issuer;
}

// the condition's own keys carry the issuer, so its ARN may still be unknown
function claimsFixed(statement: Statement): Truth {
  const google = statement.anyPrincipal(
    (kind, value) => kind === "Federated" && issuerOf(value) === "accounts.google.com",
  );
  const fixes = (claims: readonly string[]) => allOf(claims.map((claim) => fixed(statement, claim)));
  const usual = fixes(USUAL_CLAIMS);
  const special = fixes(CLAIMS["accounts.google.com"] ?? USUAL_CLAIMS);
  return anyOf([allOf([not(google), usual]), allOf([google, special]), allOf([usual, special])]);
}

function fixed(statement: Statement, claim: string): Truth {
  return statement.condition(
    (key, value, operator) =>
      key.endsWith(`:${claim}`) &&
      /^(ForAnyValue:)?String(Equals(IgnoreCase)?|Like)$/i.test(operator) &&
      !isOpen(value, /like/i.test(operator)),
  );
}

// after the owner a wildcard leaves the repository open, after the namespace the service account
function isOpen(value: string, pattern: boolean): boolean {
  if (!pattern || !/[*?]/.test(value)) return value === "";
  const [kind, subject = ""] = value.split(/:(.*)/s);
  if (kind === "repo") return /[*?]/.test(subject.split(":")[0] ?? "") || !subject.includes(":");
  return true;
}

// in one's own organisation one named role needs no more; a whole account does
function isForeign(principal: string, own: readonly string[]): boolean {
  const [, account = "", rest = ""] = /^(?:arn:[^:]+:[^:]*::)?(\d{12})(.*)$/.exec(principal) ?? [];
  if (account === "") return false;
  return !own.includes(account) || rest === "" || rest === ":root";
}
