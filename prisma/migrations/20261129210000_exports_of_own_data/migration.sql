-- Who took which data of their own, of their organisation or body, and when.
CREATE TABLE "DataExport" (
  "id" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "organisationId" UUID,
  "bodyId" UUID,
  "year" INTEGER,
  "askedAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "takenAt" TIMESTAMPTZ(3),
  CONSTRAINT "DataExport_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DataExport_personId_askedAt_idx" ON "DataExport" ("personId", "askedAt" DESC);
CREATE INDEX "DataExport_organisationId_askedAt_idx" ON "DataExport" ("organisationId", "askedAt" DESC);
CREATE INDEX "DataExport_bodyId_askedAt_idx" ON "DataExport" ("bodyId", "askedAt" DESC);
