CREATE TYPE "public"."call_status" AS ENUM('new', 'scheduled', 'ringing', 'in-progress', 'completed', 'manager-failed', 'user-failed', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."role_slug" AS ENUM('owner', 'admin', 'manager');--> statement-breakpoint
CREATE TABLE "assignment_departments" (
	"assignment_id" integer NOT NULL,
	"department_id" integer NOT NULL,
	CONSTRAINT "assignment_departments_assignment_id_department_id_pk" PRIMARY KEY("assignment_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" serial PRIMARY KEY NOT NULL,
	"widget_id" integer NOT NULL,
	"user_id" integer NOT NULL,
	"enabled" boolean NOT NULL,
	"business_times" jsonb NOT NULL,
	CONSTRAINT "assignments_widget_user_unique" UNIQUE("widget_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "call_tags" (
	"call_id" integer NOT NULL,
	"tag_id" integer NOT NULL,
	CONSTRAINT "call_tags_call_id_tag_id_pk" PRIMARY KEY("call_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" serial PRIMARY KEY NOT NULL,
	"widget_id" integer NOT NULL,
	"department_id" integer,
	"user_id" integer,
	"tel" text NOT NULL,
	"status" "call_status" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"scheduled_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"duration_seconds" integer,
	"feedback_rating" integer,
	"referer" text,
	"incoming_number_id" integer,
	"hidden" boolean DEFAULT false NOT NULL,
	"fields" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "departments_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "sms_messages" (
	"id" serial PRIMARY KEY NOT NULL,
	"widget_id" integer NOT NULL,
	"message_id" text NOT NULL,
	"enabled" boolean NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sms_messages_widget_message_unique" UNIQUE("widget_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "tags_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"tel" text NOT NULL,
	"tel_extension" text,
	"role" "role_slug" NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"avatar" text,
	"parent_id" integer,
	"created_at" timestamp with time zone NOT NULL,
	"activated_at" timestamp with time zone,
	"last_online" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "voice_messages" (
	"id" serial PRIMARY KEY NOT NULL,
	"widget_id" integer NOT NULL,
	"message_id" text NOT NULL,
	"enabled" boolean NOT NULL,
	"recording_url" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "voice_messages_widget_message_unique" UNIQUE("widget_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "widgets" (
	"id" serial PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"description" text NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"locale_code" text NOT NULL,
	"installed_at" timestamp with time zone,
	"company_sms_name" text,
	"widget_code" text NOT NULL,
	"settings" jsonb,
	"call_requests_count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment_departments" ADD CONSTRAINT "assignment_departments_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_departments" ADD CONSTRAINT "assignment_departments_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_widget_id_widgets_id_fk" FOREIGN KEY ("widget_id") REFERENCES "public"."widgets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_tags" ADD CONSTRAINT "call_tags_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_tags" ADD CONSTRAINT "call_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_widget_id_widgets_id_fk" FOREIGN KEY ("widget_id") REFERENCES "public"."widgets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_messages" ADD CONSTRAINT "sms_messages_widget_id_widgets_id_fk" FOREIGN KEY ("widget_id") REFERENCES "public"."widgets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_parent_id_users_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_messages" ADD CONSTRAINT "voice_messages_widget_id_widgets_id_fk" FOREIGN KEY ("widget_id") REFERENCES "public"."widgets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_departments_department_index" ON "assignment_departments" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "assignments_user_index" ON "assignments" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "call_tags_tag_index" ON "call_tags" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "calls_created_index" ON "calls" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "calls_widget_index" ON "calls" USING btree ("widget_id","created_at");--> statement-breakpoint
CREATE INDEX "calls_user_index" ON "calls" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "calls_department_index" ON "calls" USING btree ("department_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree (lower("email"));