import { notFound } from "next/navigation";

/** Every address that no page of the shop has. */
export default function UnknownPage() {
  notFound();
}
