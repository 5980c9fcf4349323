ALTER TYPE "public"."act_entity" ADD VALUE 'doNotCall';--> statement-breakpoint
CREATE TABLE "do_not_call" (
	"id" serial PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"country" text,
	"hash" text NOT NULL,
	"reason" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "do_not_call_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "act" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "do_not_call" ADD CONSTRAINT "do_not_call_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "act_person_index" ON "act" USING btree ("person_id","at");