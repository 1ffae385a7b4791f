import type { CertificateArgs as AcmCertificateArgs } from "@pulumi/aws/acm/certificate.js";
import type { CertificateValidationArgs } from "@pulumi/aws/acm/certificateValidation.js";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { ListenerArgs } from "@pulumi/aws/lb/listener.js";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule.js";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer.js";
import type { TargetGroupArgs } from "@pulumi/aws/lb/targetGroup.js";
import type { SecurityGroupEgressRuleArgs } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type { WebAclArgs } from "@pulumi/aws/wafv2/webAcl.js";
import type { WebAclAssociationArgs } from "@pulumi/aws/wafv2/webAclAssociation.js";
import type { WebAclLoggingConfigurationArgs } from "@pulumi/aws/wafv2/webAclLoggingConfiguration.js";
import type { RoleAssignmentArgs } from "@pulumi/azure-native/authorization/roleAssignment.js";
import type { ZoneArgs } from "@pulumi/azure-native/dns/zone.js";
import type { UserAssignedIdentityArgs } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { ApplicationGatewayArgs } from "@pulumi/azure-native/network/applicationGateway.js";
import type { PublicIPAddressArgs } from "@pulumi/azure-native/network/publicIPAddress.js";
import type { WebApplicationFirewallPolicyArgs } from "@pulumi/azure-native/network/webApplicationFirewallPolicy.js";
import type { CertificateArgs } from "@pulumi/gcp/certificatemanager/certificate.js";
import type { DnsAuthorizationArgs } from "@pulumi/gcp/certificatemanager/dnsAuthorization.js";
import type { AddressArgs } from "@pulumi/gcp/compute/address.js";
import type { ForwardingRuleArgs } from "@pulumi/gcp/compute/forwardingRule.js";
import type { RegionBackendServiceArgs } from "@pulumi/gcp/compute/regionBackendService.js";
import type { RegionHealthCheckArgs } from "@pulumi/gcp/compute/regionHealthCheck.js";
import type { RegionSecurityPolicyArgs } from "@pulumi/gcp/compute/regionSecurityPolicy.js";
import type { RegionSslPolicyArgs } from "@pulumi/gcp/compute/regionSslPolicy.js";
import type { RegionTargetHttpProxyArgs } from "@pulumi/gcp/compute/regionTargetHttpProxy.js";
import type { RegionTargetHttpsProxyArgs } from "@pulumi/gcp/compute/regionTargetHttpsProxy.js";
import type { RegionUrlMapArgs } from "@pulumi/gcp/compute/regionUrlMap.js";
import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { HorizontalPodAutoscalerArgs } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import type { SecretArgs } from "@pulumi/kubernetes/core/v1/secret.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { ClusterScope, Scope } from "../core/scope.ts";
import type { ObjectOf } from "../objects/index.ts";

/** The children in the cluster that `transform.kubernetes` can reach. */
export interface GatewayChildren {
  readonly account: ServiceAccountArgs;
  readonly service: ServiceArgs;
  readonly deployment: DeploymentArgs;
  readonly scaling: HorizontalPodAutoscalerArgs;
  readonly budget: PodDisruptionBudgetArgs;
  readonly hopAuthority: SecretArgs;
  readonly hopIssuer: ObjectOf<"cert-manager.io/v1/Issuer">;
  readonly hopCertificate: ObjectOf<"cert-manager.io/v1/Certificate">;
  readonly listener: ObjectOf<"gateway.networking.k8s.io/v1/Gateway">;
  readonly route: ObjectOf<"gateway.networking.k8s.io/v1/HTTPRoute">;
  readonly publicIssuer: ObjectOf<"cert-manager.io/v1/ClusterIssuer">;
  readonly publicCertificate: ObjectOf<"cert-manager.io/v1/Certificate">;
  readonly publicStore: ObjectOf<"external-secrets.io/v1/SecretStore">;
  readonly publicCopy: ObjectOf<"external-secrets.io/v1alpha1/PushSecret">;
  readonly binding: ObjectOf<"elbv2.k8s.aws/v1beta1/TargetGroupBinding">;
}
/** Where the files of a gateway build in its cluster. */
export type GatewayScope = ClusterScope<GatewayChildren>;

/** The children before the cluster that `transform` can reach. */
export type EdgeChildren = {
  readonly aws: {
    readonly firewall: SecurityGroupArgs;
    readonly wayIn: SecurityGroupIngressRuleArgs;
    readonly wayOn: SecurityGroupEgressRuleArgs;
    readonly certificate: AcmCertificateArgs;
    readonly certified: CertificateValidationArgs;
    readonly balancer: LoadBalancerArgs;
    readonly targets: TargetGroupArgs;
    readonly https: ListenerArgs;
    readonly redirect: ListenerArgs;
    readonly health: ListenerRuleArgs;
    readonly webFirewall: WebAclArgs;
    readonly webFirewallUse: WebAclAssociationArgs;
    readonly webFirewallLog: LogGroupArgs;
    readonly webFirewallLogging: WebAclLoggingConfigurationArgs;
  };
  readonly gcp: {
    readonly address: AddressArgs;
    readonly proof: DnsAuthorizationArgs;
    readonly certificate: CertificateArgs;
    readonly healthCheck: RegionHealthCheckArgs;
    readonly webFirewall: RegionSecurityPolicyArgs;
    readonly backend: RegionBackendServiceArgs;
    readonly routes: RegionUrlMapArgs;
    readonly tls: RegionSslPolicyArgs;
    readonly https: RegionTargetHttpsProxyArgs;
    readonly forwarding: ForwardingRuleArgs;
    readonly redirect: RegionUrlMapArgs;
    readonly redirectProxy: RegionTargetHttpProxyArgs;
  };
  readonly azure: {
    readonly proofs: ZoneArgs;
    readonly proves: RoleAssignmentArgs;
    readonly puts: RoleAssignmentArgs;
    readonly identity: UserAssignedIdentityArgs;
    readonly address: PublicIPAddressArgs;
    readonly webFirewall: WebApplicationFirewallPolicyArgs;
    readonly gateway: ApplicationGatewayArgs;
    readonly accessLog: DiagnosticSettingArgs;
  };
};
export type AwsScope = Scope<"aws", EdgeChildren["aws"]>;
export type GcpScope = Scope<"gcp", EdgeChildren["gcp"]>;
export type AzureScope = Scope<"azure", EdgeChildren["azure"]>;
