import type { Rule } from "../core/rule.ts";
import { iamNoAdminStar } from "./iam-no-admin-star/rule.ts";
import { objectStorageNotPublic } from "./object-storage-not-public/rule.ts";
import { tlsMinimum12 } from "./tls-minimum-1-2/rule.ts";

/** Every rule there is; packs choose from it. */
export const rules: readonly Rule[] = [iamNoAdminStar, objectStorageNotPublic, tlsMinimum12];
