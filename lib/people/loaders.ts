import { cache } from "react";
import { recordLook } from "@/lib/audit/record-look";
import { type Address, filtersIn, pagesOf } from "@/lib/http/address-filters";
import { loadAdminContext } from "@/lib/http/load-staff-context";
import { publicContext } from "@/lib/http/public-context";
import { findInvitation, hasAccount } from "@/lib/people/find-invitation";
import { listInvitations } from "@/lib/people/list-invitations";
import { lookAtPerson } from "@/lib/people/look-at-person";
import { listPeople } from "@/lib/people/queries";
import { ListPeopleQuery } from "@/lib/people/schemas";
import { readId } from "@/lib/shared/read-id";

const PAGE_SIZE = 50;

/** The people's page; null for all but administrators. */
export async function loadPeople(address: Address) {
  const ctx = await loadAdminContext();
  if (!ctx) return null;
  await recordLook(ctx, "people");
  const { page = 1, search, role } = filtersIn(ListPeopleQuery, address);
  const filters = { search, role };
  const [people, invitations] = await Promise.all([
    listPeople(ctx, { ...filters, page, page_size: PAGE_SIZE }),
    listInvitations(ctx),
  ]);
  const pages = pagesOf("/admin/people", filters, { page, count: people.count, size: PAGE_SIZE });
  return { ...people, invitations, filters, pages, now: ctx.now };
}

/** One person's page; null where there is none, and for all but administrators. */
export const loadPerson = cache(async (id: string) => {
  const ctx = await loadAdminContext();
  const userId = readId(id);
  const person = ctx && userId && (await lookAtPerson(ctx, userId));
  return ctx && person && { person, now: ctx.now, isSelf: person.id === ctx.actor.userId };
});

/** What a link to join may still be used for, or null; looking at it does not use it up. */
export async function loadInvitation(token: unknown) {
  const { db, now } = publicContext();
  const invitation = await findInvitation(db, token, now);
  if (!invitation) return null;
  const { email, role } = invitation;
  return { token: String(token), email, role, isKnown: await hasAccount(db, email) };
}
