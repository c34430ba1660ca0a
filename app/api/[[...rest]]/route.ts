import { problem } from "@/lib/http/problem";
import { AppError } from "@/lib/shared/errors";

const answer = () => problem(new AppError("not_found", "There is nothing at this address."));

export { answer as DELETE, answer as GET, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
