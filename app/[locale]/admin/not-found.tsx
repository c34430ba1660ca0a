import { NotFoundView } from "@/app/[locale]/not-found-view";

export default NotFoundView;
