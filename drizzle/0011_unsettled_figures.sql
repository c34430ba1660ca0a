CREATE TABLE "unsettled_figures" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "unsettled_figures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"payment_method" "payment_method" NOT NULL,
	"payments" integer NOT NULL,
	"amount_paisa" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "unsettled_figures_day" ON "unsettled_figures" USING btree ("day");--> statement-breakpoint
CREATE FUNCTION unsettled_paisa(payment payments) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN payment.completed_at IS NULL OR payment.settled_at IS NOT NULL THEN 0
    ELSE coalesce(payment.accepted_paisa, payment.amount_paisa) - payment.refunded_paisa END
$$;
--> statement-breakpoint
CREATE FUNCTION count_unsettled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND unsettled_paisa(old) <> 0 THEN
    INSERT INTO unsettled_figures (day, payment_method, payments, amount_paisa)
    VALUES ((old.completed_at AT TIME ZONE 'Asia/Karachi')::date, old.payment_method, -1, -unsettled_paisa(old));
  END IF;
  IF TG_OP <> 'DELETE' AND unsettled_paisa(new) <> 0 THEN
    INSERT INTO unsettled_figures (day, payment_method, payments, amount_paisa)
    VALUES ((new.completed_at AT TIME ZONE 'Asia/Karachi')::date, new.payment_method, 1, unsettled_paisa(new));
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
INSERT INTO unsettled_figures (day, payment_method, payments, amount_paisa)
SELECT (completed_at AT TIME ZONE 'Asia/Karachi')::date, payment_method, count(*), sum(unsettled_paisa(payments))
FROM payments WHERE unsettled_paisa(payments) <> 0 GROUP BY 1, 2;
--> statement-breakpoint
CREATE TRIGGER payments_count_unsettled_new AFTER INSERT ON payments FOR EACH ROW
  WHEN (new.completed_at IS NOT NULL) EXECUTE FUNCTION count_unsettled();
--> statement-breakpoint
CREATE TRIGGER payments_count_unsettled_gone AFTER DELETE ON payments FOR EACH ROW
  WHEN (old.completed_at IS NOT NULL) EXECUTE FUNCTION count_unsettled();
--> statement-breakpoint
CREATE TRIGGER payments_count_unsettled_change AFTER UPDATE ON payments FOR EACH ROW WHEN (
  (old.completed_at, old.settled_at, old.payment_method, old.amount_paisa, old.accepted_paisa, old.refunded_paisa)
    IS DISTINCT FROM (new.completed_at, new.settled_at, new.payment_method, new.amount_paisa, new.accepted_paisa, new.refunded_paisa))
  EXECUTE FUNCTION count_unsettled();
