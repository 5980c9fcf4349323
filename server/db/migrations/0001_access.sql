CREATE TYPE "public"."act_entity" AS ENUM('widgets', 'managers', 'sms', 'voice', 'users', 'calls', 'people');--> statement-breakpoint
CREATE TYPE "public"."act_state" AS ENUM('pending', 'done', 'failed', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."console_role" AS ENUM('operator', 'support', 'manager');--> statement-breakpoint
CREATE TYPE "public"."link_kind" AS ENUM('invitation', 'set_up', 'password');--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"person_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "act" (
	"id" serial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"person_id" text,
	"person_name" text NOT NULL,
	"operation" text NOT NULL,
	"entity" "act_entity" NOT NULL,
	"widget_id" integer,
	"user_ids" integer[] DEFAULT '{}' NOT NULL,
	"call_id" bigint,
	"message_id" text,
	"subject" text,
	"state" "act_state" NOT NULL,
	"request" jsonb,
	"before" jsonb,
	"after" jsonb,
	"confirmed" boolean DEFAULT false NOT NULL,
	"key" text,
	"fingerprint" text,
	"contact" text,
	"status" integer,
	"answer" text,
	"message" text,
	"seq" bigint
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" "link_kind" NOT NULL,
	"token_hash" text NOT NULL,
	"email" text,
	"name" text,
	"role" "console_role" NOT NULL,
	"callpage_user_id" integer,
	"person_id" text,
	"invited_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" "console_role" NOT NULL,
	"callpage_user_id" integer,
	"deactivated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "act" ADD CONSTRAINT "act_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_provider_unique" ON "account" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "act_key_unique" ON "act" USING btree ("person_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "act_seq_unique" ON "act" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "act_at_index" ON "act" USING btree ("at");--> statement-breakpoint
CREATE INDEX "act_widget_index" ON "act" USING btree ("widget_id");--> statement-breakpoint
CREATE INDEX "act_contact_index" ON "act" USING btree ("contact","at");--> statement-breakpoint
CREATE INDEX "act_pending_index" ON "act" USING btree ("at") WHERE state = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "person_email_unique" ON "person" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "session_person_index" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE SEQUENCE "act_seq";
--> statement-breakpoint
CREATE FUNCTION act_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		IF coalesce(current_setting('console.retention', true), '') = 'on' AND OLD.state <> 'pending' THEN
			RETURN OLD;
		END IF;
		RAISE EXCEPTION 'The trail is append-only: act % stays.', OLD.id;
	END IF;
	IF TG_OP = 'TRUNCATE' THEN
		RAISE EXCEPTION 'The trail is append-only.';
	END IF;
	IF OLD.state <> 'pending'
		OR (NEW.id, NEW.at, NEW.person_id, NEW.person_name, NEW.operation, NEW.entity, NEW.request, NEW.key, NEW.fingerprint, NEW.contact, NEW.confirmed)
		IS DISTINCT FROM (OLD.id, OLD.at, OLD.person_id, OLD.person_name, OLD.operation, OLD.entity, OLD.request, OLD.key, OLD.fingerprint, OLD.contact, OLD.confirmed)
	THEN
		RAISE EXCEPTION 'The trail is append-only: act % is written.', OLD.id;
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER act_append_only BEFORE UPDATE OR DELETE ON "act" FOR EACH ROW EXECUTE FUNCTION act_is_append_only();
--> statement-breakpoint
CREATE TRIGGER act_not_truncated BEFORE TRUNCATE ON "act" FOR EACH STATEMENT EXECUTE FUNCTION act_is_append_only();
