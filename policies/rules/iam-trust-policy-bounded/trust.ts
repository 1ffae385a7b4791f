import { isPositive, meansAnybody, narrowed, type Statement } from "../../core/iam.ts";
import { allOf, anyOf, faultIf, not, type Truth } from "../../core/truth.ts";
import { every, type Verdict } from "../../core/verdict.ts";

const GOOGLE = "accounts.google.com";
// Google's aud is compared with azp, which the caller chooses
const GOOGLE_CLAIMS = ["sub", "oaud"];
const USUAL_CLAIMS = ["aud", "sub"];

/** Judges one statement of a trust policy; without own accounts, who is foreign is not known. */
export function trusted(own: readonly string[] | undefined): (statement: Statement) => Verdict {
  return (statement) => {
    const { path, allows } = statement;
    const federated = statement.anyPrincipal(isOidc);
    const foreign =
      own === undefined ? false : statement.anyPrincipal((kind, value) => kind === "AWS" && isForeign(value, own));
    const named = anyOf([narrowed(statement), hasExternalId(statement)]);
    const verdicts = every([
      faultIf(allOf([allows, meansAnybody(statement), not(narrowed(statement))]), path, "lets anybody take the role"),
      faultIf(allOf([allows, federated, not(claimsFixed(statement))]), path, "does not fix the claims of the issuer"),
      faultIf(allOf([allows, foreign, not(named)]), path, "lets another account in without an external id"),
    ]);
    return verdicts[0] as Verdict;
  };
}

// SAML and Cognito have other claims
function isOidc(kind: string, value: string): boolean {
  return kind === "Federated" && !value.includes(":saml-provider/") && value !== "cognito-identity.amazonaws.com";
}

function isGoogle(kind: string, value: string): boolean {
  return kind === "Federated" && (value === GOOGLE || value.endsWith(`/${GOOGLE}`));
}

function hasExternalId(statement: Statement): Truth {
  return statement.condition(
    (key, value, operator) => key === "sts:externalid" && isPositive(operator) && !/^[*?]*$/.test(value),
  );
}

// the condition's own keys carry the issuer, so its ARN may still be unknown
function claimsFixed(statement: Statement): Truth {
  const google = statement.anyPrincipal(isGoogle);
  const fixes = (claims: readonly string[]) => allOf(claims.map((claim) => fixed(statement, claim)));
  const [usual, special] = [fixes(USUAL_CLAIMS), fixes(GOOGLE_CLAIMS)];
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

// a wildcard may stand behind the repository of GitHub and GitLab, and the workspace of Terraform; elsewhere it leaves
// the subject open, as after the namespace of a service account
function isOpen(value: string, pattern: boolean): boolean {
  if (!pattern || !/[*?]/.test(value)) return value === "";
  return !/^(repo:[^:*?]+|project_path:[^:*?]+|organization(:[^:*?]+){5}):/.test(value);
}

// in one's own organisation one named role needs no more; a whole account does
function isForeign(principal: string, own: readonly string[]): boolean {
  const [, account, rest = ""] = /^(?:arn:[^:]+:[^:]*::)?(\d{12})(.*)$/.exec(principal) ?? [];
  return account !== undefined && (!own.includes(account) || rest === "" || rest === ":root");
}
