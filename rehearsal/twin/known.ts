import { aws } from "./aws/index.ts";
import { azure } from "./azure/index.ts";
import { gcp } from "./gcp/index.ts";
import { kubernetes } from "./kubernetes/index.ts";
import type { Package } from "./package.ts";
import { random } from "./random/index.ts";
import { tls } from "./tls/index.ts";

/** The packages of which something is known by hand, in the order people read them. */
export const KNOWN_PACKAGES: readonly Package[] = [aws, gcp, azure, kubernetes, random, tls];
