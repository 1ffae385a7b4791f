// ExternalDNS 0.22
export interface ExternalDnsKinds {
  "externaldns.k8s.io/v1alpha1/DNSEndpoint": { spec?: { endpoints?: Endpoint[] } };
}

interface Endpoint {
  dnsName?: string;
  targets?: string[];
  recordType?: string;
  recordTTL?: number;
  /** Which of several records of one name, where a policy chooses between them. */
  setIdentifier?: string;
  labels?: Record<string, string>;
  providerSpecific?: { name?: string; value?: string }[];
}
