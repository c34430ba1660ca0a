import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { notFoundMetadata } from "@/lib/http/page-metadata";

export const generateMetadata = notFoundMetadata;

/** Every address that no page of the shop has. */
export default NotFoundPage;
