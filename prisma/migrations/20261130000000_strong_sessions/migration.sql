-- Whether two things were proved in a session: what a person holds may rest until then (the setting of who is asked for a second factor).
ALTER TABLE "Session" ADD COLUMN "strong" BOOLEAN NOT NULL DEFAULT false;
