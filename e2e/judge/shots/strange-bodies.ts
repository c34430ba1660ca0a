import { signed } from "../../simulator/hash";
import { honest, honestFields } from "../honest";
import { asUsual, post } from "../message";
import { refusedShot, type Shot, step, UNTOUCHED } from "../shot";

const TEN_MEGABYTES = 10 * 1024 * 1024;
const SILENT = 20;
const NOTHINGS = ["null", "[]", "{", '"paid"', ""];

/** What comes over a wire that is no message, or not the whole of one. */
export const STRANGE_BODIES: Shot[] = [
  {
    name: "silence",
    what: `${SILENT} connections that send half a message and then nothing, while an honest success comes.`,
    right: "Answers the honest one meanwhile.",
    why: "Whoever reads one body after the other can be stopped by one telephone without signal.",
    needs: [],
    isFollowedByTruth: false,
    steps: ({ payment, merchant, doors, trusted }) => {
      const half = doors.map((door) => honest(door, payment, merchant));
      const held = Array.from({ length: SILENT / half.length }, () => half).flat();
      return [{ ...step(payment, "paid", honest(trusted, payment, merchant)), held }];
    },
  },
  refusedShot(
    {
      name: "ten-megabytes",
      what: "Ten megabytes that claim a success, with a wrong hash.",
      why: "A body has a limit (413). Reading it all for everybody is how a small server dies.",
    },
    (door, { payment, merchant }) =>
      asUsual(door, {
        ...honestFields(door, payment, merchant),
        pp_ResponseMessage: "x".repeat(TEN_MEGABYTES),
        pp_SecureHash: "0".repeat(64),
      }),
  ),
  {
    name: "another-media-type",
    what: "An honest, signed success that calls itself text/plain.",
    right: "Refuses it (415), or believes it; it does not say 000 and drop it.",
    why: "What a framework does not parse looks like an empty message, and must not be thanked for.",
    needs: ["callback"],
    isFollowedByTruth: true,
    steps: ({ payment, merchant }) => {
      const body = JSON.stringify(signed(honestFields("callback", payment, merchant), merchant.salt));
      return [step(payment, "either", post("callback", "text/plain", body))];
    },
  },
  {
    name: "no-message",
    what: `Bodies that are no message: ${NOTHINGS.map((body) => body || "nothing").join(", ")}.`,
    right: UNTOUCHED,
    why: "JSON may be null, a list or broken; a shop that falls over it is down for all.",
    needs: ["callback"],
    isFollowedByTruth: true,
    steps: ({ payment }) =>
      NOTHINGS.map((body) => step(payment, "untouched", post("callback", "application/json", body))),
  },
];
