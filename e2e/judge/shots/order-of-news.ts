import { honest } from "../honest";
import type { Door } from "../message";
import { type Aim, type Shot, type Step, step, unclaimed } from "../shot";

type News = [door: Door, what: "success" | "failure", as?: Step["expect"]];

const FAILURE = "112";

const told = ({ payment, merchant }: Aim, door: Door, what: News[1]) =>
  honest(door, payment, merchant, what === "failure" ? FAILURE : undefined);

const oneByOne = (aim: Aim, news: News[]): Step[] =>
  news.map(([door, what, expect = what === "success" ? "paid" : "unpaid"]) => {
    const one = step(aim.payment, expect, told(aim, door, what));
    return what === "success" ? one : unclaimed(one);
  });

const inOrder = (
  words: Pick<Shot, "name" | "what" | "right" | "why" | "needs">,
  news: (trusted: Door) => News[],
): Shot => ({
  ...words,
  isFollowedByTruth: false,
  steps: (aim) => oneByOne(aim, news(aim.trusted)),
});

const ONCE = "Counts the money once, and answers each as the first.";
const REPEATS = "The gateway tries three times, and the payer's browser may go back and forth.";

/** True news, doubled, late and out of order. */
export const ORDER_OF_NEWS: Shot[] = [
  inOrder(
    {
      name: "failure-then-success",
      what: "A signed failure, and then the signed success.",
      right: "Counts the payment as paid: success always wins.",
      why: "A payer who cancels may be paying in another tab; a late notice may follow a failed verdict.",
      needs: [],
    },
    (door) => [
      [door, "failure"],
      [door, "success"],
    ],
  ),
  inOrder(
    {
      name: "success-then-failure",
      what: "The signed success, and then an older signed failure.",
      right: "Stays paid.",
      why: "Messages overtake each other. What was paid is not unpaid by old news.",
      needs: [],
    },
    (door) => [
      [door, "success"],
      [door, "failure", "still_paid"],
    ],
  ),
  inOrder(
    {
      name: "failure-on-return-after-notice",
      what: "The server's notice of the success, and then the browser brings a signed failure.",
      right: "Stays paid.",
      why: "The two come on different ways, in any order.",
      needs: ["callback", "return"],
    },
    () => [
      ["callback", "success"],
      ["return", "failure", "still_paid"],
    ],
  ),
  inOrder(
    {
      name: "notice-then-return",
      what: "The notice comes before the browser is back.",
      right: "Is paid at the notice, and only once.",
      why: "The browser may never come back.",
      needs: ["callback", "return"],
    },
    () => [
      ["callback", "success"],
      ["return", "success", "still_paid"],
    ],
  ),
  inOrder(
    {
      name: "return-then-notice",
      what: "The browser is back before the notice comes.",
      right: "Is paid after both, and only once.",
      why: "They are two messages about one payment.",
      needs: ["callback", "return"],
    },
    () => [
      ["return", "success", "any"],
      ["callback", "success"],
    ],
  ),
  {
    name: "success-twice",
    what: "The same signed success, and again, at each door.",
    right: ONCE,
    why: REPEATS,
    needs: [],
    isFollowedByTruth: false,
    steps: (aim) =>
      aim.doors.flatMap((door) => {
        const message = told(aim, door, "success");
        return [step(aim.payment, "any", message), { ...step(aim.payment, "paid", message), isRepeat: true }];
      }),
  },
  {
    name: "success-thrice-at-once",
    what: "The same signed success three times at the same moment.",
    right: ONCE,
    why: `${REPEATS} Two that both see "unpaid" both pay; only a lock or a constraint helps.`,
    needs: [],
    isFollowedByTruth: false,
    steps: (aim) => {
      const message = told(aim, aim.trusted, "success");
      return [
        step(aim.payment, "paid", message, message, message),
        { ...step(aim.payment, "paid", message), isRepeat: true },
      ];
    },
  },
  {
    name: "notice-and-return-at-once",
    what: "The notice and the browser come at the same moment.",
    right: "Counts the money once.",
    why: "So they do: the gateway sends both when the payer presses the button.",
    needs: ["callback", "return"],
    isFollowedByTruth: false,
    steps: (aim) => [step(aim.payment, "paid", told(aim, "callback", "success"), told(aim, "return", "success"))],
  },
];
