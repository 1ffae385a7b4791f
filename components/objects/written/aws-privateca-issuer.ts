// aws-privateca-issuer 1.9.0
export interface AwsPrivatecaIssuerKinds {
  "awspca.cert-manager.io/v1beta1/AWSPCAClusterIssuer": { spec?: AuthorityOfAws };
  "awspca.cert-manager.io/v1beta1/AWSPCAIssuer": { spec?: AuthorityOfAws };
}

interface AuthorityOfAws {
  arn?: string;
  region?: string;
  /** Assumed before it is asked. */
  role?: string;
  pcaTemplate?: { defaultTemplateName?: string };
  secretRef?: {
    name?: string;
    namespace?: string;
    accessKeyIDSelector?: KeyOfSecret;
    secretAccessKeySelector?: KeyOfSecret;
  };
}
interface KeyOfSecret {
  key: string;
  name?: string;
  optional?: boolean;
}
