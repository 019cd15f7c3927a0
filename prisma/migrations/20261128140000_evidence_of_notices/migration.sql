-- What is known of a letter's way to its reader, and the token in the link of a notice.
ALTER TABLE "Letter" ADD COLUMN "token" UUID NOT NULL DEFAULT gen_random_uuid();

CREATE UNIQUE INDEX "Letter_token_key" ON "Letter"("token");

CREATE TABLE "Evidence" (
    "letterId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" TEXT,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("letterId","what")
);

ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
