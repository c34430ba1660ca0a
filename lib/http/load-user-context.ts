import { headers } from "next/headers";
import { cache } from "react";
import { findUserContext } from "@/lib/http/context";

/** Who asks for this page, or null; looked up once for each request. */
export const loadUserContext = cache(async () => findUserContext((await headers()).get("cookie")));
