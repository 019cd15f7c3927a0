-- Letters that came in by e-mail, and further addresses of people.
CREATE TABLE "Incoming" (
    "id" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "way" TEXT NOT NULL,
    "letterId" UUID NOT NULL,
    "envelope" TEXT NOT NULL,
    "raw" UUID NOT NULL,
    "size" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "what" TEXT,
    "why" TEXT,
    "messageKey" CHAR(64),
    "sender" TEXT,
    "subject" TEXT,
    "text" TEXT,
    "whole" TEXT,
    "refused" JSONB NOT NULL DEFAULT '[]',
    "taken" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "appealId" UUID,
    "bodyId" UUID,
    "personId" UUID,
    "dueDay" CHAR(10),
    "matched" JSONB,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Incoming_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Incoming_messageKey_key" ON "Incoming"("messageKey");
CREATE INDEX "Incoming_state_receivedAt_idx" ON "Incoming"("state", "receivedAt");
CREATE INDEX "Incoming_bodyId_state_receivedAt_idx" ON "Incoming"("bodyId", "state", "receivedAt");
CREATE INDEX "Incoming_appealId_idx" ON "Incoming"("appealId");
CREATE INDEX "Incoming_raw_idx" ON "Incoming"("raw");

CREATE TABLE "Address" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "notices" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Address_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Address_personId_email_key" ON "Address"("personId", "email");
ALTER TABLE "Address" ADD CONSTRAINT "Address_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
