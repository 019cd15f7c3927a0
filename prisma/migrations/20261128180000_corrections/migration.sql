-- Corrected calendars and editions: what they do to days that were shown, and who approves of it.
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "cause" JSONB NOT NULL,
    "reasonKk" TEXT NOT NULL,
    "reasonRu" TEXT NOT NULL,
    "guide" CHAR(64) NOT NULL,
    "proposer" JSONB NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "approvals" JSONB NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL,
    "looked" INTEGER NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CorrectionItem" (
    "correctionId" UUID NOT NULL,
    "obligationId" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "bodyId" UUID,
    "how" TEXT NOT NULL,
    "was" CHAR(10) NOT NULL,
    "due" CHAR(10) NOT NULL,
    "days" JSONB NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),
    "overtaken" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CorrectionItem_pkey" PRIMARY KEY ("correctionId","obligationId")
);

CREATE INDEX "Correction_state_idx" ON "Correction"("state");

CREATE INDEX "Correction_proposedAt_idx" ON "Correction"("proposedAt" DESC);

CREATE INDEX "CorrectionItem_correctionId_appliedAt_stream_idx" ON "CorrectionItem"("correctionId", "appliedAt", "stream");

ALTER TABLE "CorrectionItem" ADD CONSTRAINT "CorrectionItem_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
