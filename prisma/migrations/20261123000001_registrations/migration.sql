-- A registration waits in its one-time link until the address is confirmed: nobody holds a BIN or an e-mail by typing it.
ALTER TABLE "Pass" ADD COLUMN "details" JSONB;

-- Attempts to sign in, register or get a letter, counted across all web processes.
CREATE TABLE "Attempt" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Attempt_expire_idx" ON "Attempt"("expire");
