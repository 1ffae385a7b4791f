const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Whether a text is a label of a DNS name in lower case, as namespaces and services are called: at most 63 characters (RFC 1123). */
export function isDnsLabel(text: string): boolean {
  return LABEL.test(text);
}
