// google-cas-issuer 0.12.0
export interface GoogleCasIssuerKinds {
  "cas-issuer.jetstack.io/v1beta1/GoogleCASClusterIssuer": { spec?: AuthorityOfGoogle };
  "cas-issuer.jetstack.io/v1beta1/GoogleCASIssuer": { spec?: AuthorityOfGoogle };
}

interface AuthorityOfGoogle {
  project?: string;
  location?: string;
  caPoolId?: string;
  /** Absent, any of the pool signs. */
  certificateAuthorityId?: string;
  certificateTemplate?: string;
  /** What `ca.crt` holds: the root that signed, or those of the whole pool. */
  caFetchMode?: "CA" | "PoolCAs";
  credentials?: { key?: string; name: string };
}
