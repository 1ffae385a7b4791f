/** Credentials that their form gives away, whatever they are called. */
const FORMS: readonly (readonly [kind: string, form: RegExp])[] = [
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["a GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/],
  ["a GitLab token", /\bglpat-[\w-]{20,}/],
  ["a Slack token", /\bxox[abprs]-[\w-]{10,}|hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/],
  ["a Stripe key", /\b[sr]k_live_[0-9A-Za-z]{16,}/],
  ["a Google API key", /\bAIza[\w-]{35}/],
  ["a SendGrid key", /\bSG\.[\w-]{16,}\.[\w-]{16,}/],
  ["an npm token", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a signed token", /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ["an account key", /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)\s*=\s*(?![<$@{])[^;\s]{20,}/i],
  ["a connection string with a password", /(?:^|;)\s*(?:password|pwd)\s*=\s*(?![<$@{])[^;\s]+/i],
  ["an address with a password", /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:(?![<$@{])[^\s/@:]+@[\w[]/i],
];

// the last words of a name say what it holds: TOKEN_URL is an address, MAX_TOKENS a number
const NAMES =
  /(?:PASSWORD|PASSWD|PASSPHRASE)$|(?:^|_)(?:PASS|PWD|SECRET|TOKEN|CREDENTIALS?|APIKEY|(?:API|ACCESS|SECRET|PRIVATE|ACCOUNT|SHARED|STORAGE|ENCRYPTION|SIGNING|AUTH|MASTER|SERVICE|LICENSE)_KEY)$/;
const MAY_NAME_A_SECRET = /(?:SECRET|CREDENTIALS?|KEY)$/;
// where the value is to be found, not the value
const REFERENCE =
  /^(?:[$<{@[(/~.]|arn:|https?:|projects\/|secretref:|vault:|op:|sm:|gs:|s3:|ssm:|ref\+)|\$[{(]|\{\{|[\s()]|^(?:true|false|yes|no|on|off|null|none|undefined|enabled|disabled|required|optional|managedidentity|workloadidentity)$|^\d{1,5}$/i;
// to be filled in, or the name of a variable
const PLACEHOLDER = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** What credential a text holds by its form. */
export function credentialIn(text: string): string | undefined {
  return FORMS.find(([, form]) => form.test(text))?.[0];
}

/** Whether a name says that its value is a credential. */
export function namesCredential(name: string): boolean {
  return NAMES.test(words(name));
}

/** What credential a named value is, by its form or by its name. */
export function credentialOf(name: string, value: string): string | undefined {
  const form = credentialIn(value);
  if (form !== undefined) return form;
  const text = value.trim();
  if (text === "" || !namesCredential(name) || REFERENCE.test(text) || PLACEHOLDER.test(text)) return undefined;
  const isName = MAY_NAME_A_SECRET.test(words(name)) && /^[a-z]+(?:[-_/.][a-z0-9]+)+$/.test(text);
  return isName ? undefined : "a credential by its name";
}

/** What credential a script or settings file holds, line by line. */
export function credentialInLines(text: string): string | undefined {
  const form = credentialIn(text);
  if (form !== undefined) return form;
  for (const line of text.split("\n")) {
    const [, name, value = ""] =
      /^\s*(?:export\s+|set\s+|-\s+)?["']?([\w.-]{1,80})["']?\s*[:=]\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    const found = credentialOf(name, value.replace(/[,;]?\s*$/, "").replace(/^["']|["']$/g, ""));
    if (found !== undefined) return found;
  }
  return undefined;
}

function words(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
}
