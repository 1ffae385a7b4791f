import { matches, type Statement } from "../../core/iam.ts";
import { allOf, anyOf, not, type Truth } from "../../core/truth.ts";

// any identity, or the caller's own: `role/app-*` is a bound that somebody drew
const ANY_IDENTITY = ["role", "user", "group", "policy"].map((kind) => `arn:aws:iam::000000000000:${kind}/-`);
const ONESELF = /\$\{aws:(username|userid|PrincipalTag\/[^}]+)\}/i;
// a condition on one of these decides what may be granted or passed, and to whom
const BOUNDS = /^(iam:(permissionsboundary|policyarn|resourcetag\/.+)|aws:resourcetag\/.+)$/;

const PASS_ROLE = "iam:passrole";
const RIGHTS_OF_ONESELF = [
  "iam:attachgrouppolicy",
  "iam:attachrolepolicy",
  "iam:attachuserpolicy",
  "iam:putgrouppolicy",
  "iam:putrolepolicy",
  "iam:putuserpolicy",
];
const ALONE = [
  ...RIGHTS_OF_ONESELF,
  "iam:addusertogroup",
  "iam:createaccesskey",
  "iam:createloginprofile",
  "iam:createpolicyversion",
  "iam:setdefaultpolicyversion",
  "iam:updateassumerolepolicy",
  "iam:updateloginprofile",
  "lambda:updatefunctioncode",
];
/** What runs code under a role that is passed to it, and the service the role is passed to. */
const WITH_A_ROLE: Readonly<Record<string, string>> = {
  "apprunner:createservice": "tasks.apprunner.amazonaws.com",
  "autoscaling:createlaunchconfiguration": "ec2.amazonaws.com",
  "batch:registerjobdefinition": "ecs-tasks.amazonaws.com",
  "cloudformation:createstack": "cloudformation.amazonaws.com",
  "codebuild:createproject": "codebuild.amazonaws.com",
  "datapipeline:createpipeline": "datapipeline.amazonaws.com",
  "ec2:runinstances": "ec2.amazonaws.com",
  "ecs:registertaskdefinition": "ecs-tasks.amazonaws.com",
  "ecs:runtask": "ecs-tasks.amazonaws.com",
  "glue:createdevendpoint": "glue.amazonaws.com",
  "glue:createjob": "glue.amazonaws.com",
  "lambda:createfunction": "lambda.amazonaws.com",
  "lambda:updatefunctionconfiguration": "lambda.amazonaws.com",
  "sagemaker:createnotebookinstance": "sagemaker.amazonaws.com",
  "sagemaker:createprocessingjob": "sagemaker.amazonaws.com",
  "sagemaker:createtrainingjob": "sagemaker.amazonaws.com",
  "states:createstatemachine": "states.amazonaws.com",
};

/** What a way needs two of. */
export const LEGS: readonly string[] = [PASS_ROLE, ...Object.keys(WITH_A_ROLE)];

/** A statement of an identity, and whether it is surely that identity's. */
export interface Granted {
  readonly tie: Truth;
  readonly statement: Statement;
}
/** A way to more rights, and whether it is open. */
export interface Way {
  readonly name: string;
  readonly open: Truth;
}

/** The ways that a document opens, alone or with the rest of what its identity has. */
export function waysOf(own: readonly Statement[], rest: readonly Granted[] = []): readonly Way[] {
  const mine = own.map((statement): Granted => ({ tie: true, statement }));
  const all = [...mine, ...rest];
  const alone = ALONE.map((action): Way => {
    const test = anywhere(RIGHTS_OF_ONESELF.includes(action));
    return { name: action, open: allOf([grants(mine, action, test), not(denied(all, action))]) };
  });
  const together = Object.entries(WITH_A_ROLE).map(([action, service]): Way => {
    const passes = (granted: readonly Granted[]) => grants(granted, PASS_ROLE, passesTo(service));
    const runs = (granted: readonly Granted[]) => grants(granted, action, () => true);
    // without a leg of its own this document is not where the way is closed
    const legs = anyOf([allOf([passes(mine), runs(all)]), allOf([passes(all), runs(mine)])]);
    const open = allOf([legs, not(denied(all, PASS_ROLE)), not(denied(all, action))]);
    return { name: `${PASS_ROLE} and ${action}`, open };
  });
  return [...alone, ...together];
}

function grants(granted: readonly Granted[], action: string, test: (statement: Statement) => Truth): Truth {
  return some(granted, (statement) => {
    const means = statement.means(action);
    return means === false ? false : allOf([statement.allows, means, test(statement)]);
  });
}

// only a deny of everything without a condition is sure to cover what is allowed elsewhere
function denied(granted: readonly Granted[], action: string): Truth {
  return some(granted, (statement) => {
    if (statement.allows === true) return false;
    const always = not(statement.condition(() => true));
    const everything = statement.anyResource((resource) => resource === "*");
    return allOf([not(statement.allows), statement.means(action), everything, always]);
  });
}

function some(granted: readonly Granted[], test: (statement: Statement) => Truth): Truth {
  return anyOf(granted.map(({ tie, statement }) => allOf([tie, test(statement)])));
}

const anywhere =
  (oneself: boolean) =>
  (statement: Statement): Truth => {
    const wide = anyOf([statement.names("NotResource"), statement.anyResource((resource) => isAny(resource, oneself))]);
    return allOf([wide, not(statement.condition((key) => BOUNDS.test(key)))]);
  };

const passesTo =
  (service: string) =>
  (statement: Statement): Truth => {
    const elsewhere = statement.condition((key, value) => key === "iam:passedtoservice" && !matches(value, service));
    return allOf([anywhere(false)(statement), not(elsewhere)]);
  };

function isAny(resource: string, oneself: boolean): boolean {
  const wide = ANY_IDENTITY.some((identity) => covers(resource, identity));
  return wide || /^arn:[^:]*:lambda:.*:function:\*$/.test(resource) || (oneself && ONESELF.test(resource));
}

// the account may be written out: what matters is that every name is meant
function covers(resource: string, identity: string): boolean {
  return (
    /[*]/.test(resource) &&
    matches(resource.replace(/:\d{12}:/, ":*:").replace(/^arn:aws[\w-]*:/, "arn:aws:"), identity)
  );
}

/** Managed policies of AWS that open a way, and the way. */
export const MANAGED: Readonly<Record<string, string>> = {
  AdministratorAccess: "every right",
  AmazonECS_FullAccess: `${PASS_ROLE} and ecs:registertaskdefinition`,
  AWSLambda_FullAccess: `${PASS_ROLE} and lambda:createfunction`,
  IAMFullAccess: "every right of iam",
};
