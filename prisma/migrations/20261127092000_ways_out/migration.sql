-- What somebody follows has a secret of its own: the link in its letters stops them without signing in.
ALTER TABLE "Follow" ADD COLUMN "token" TEXT;
UPDATE "Follow" SET "token" = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
ALTER TABLE "Follow" ALTER COLUMN "token" SET NOT NULL;
CREATE UNIQUE INDEX "Follow_token_key" ON "Follow"("token");
