-- CreateTable
CREATE TABLE "ScoreSnapshot" (
    "id" UUID NOT NULL,
    "bodyId" UUID,
    "period" CHAR(7) NOT NULL,
    "reportDay" CHAR(10) NOT NULL,
    "edition" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "codeHash" CHAR(64) NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "because" TEXT NOT NULL,
    "cases" INTEGER NOT NULL,
    "moves" BOOLEAN NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "ScoreSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScoreStale" (
    "id" BIGSERIAL NOT NULL,
    "bodyId" UUID NOT NULL,
    "period" CHAR(7) NOT NULL,

    CONSTRAINT "ScoreStale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScoreMismatch" (
    "id" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "period" CHAR(7) NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "parts" TEXT[],

    CONSTRAINT "ScoreMismatch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ScoreSnapshot_bodyId_period_computedAt_idx" ON "ScoreSnapshot"("bodyId", "period", "computedAt" DESC);

-- CreateIndex
CREATE INDEX "ScoreSnapshot_period_computedAt_idx" ON "ScoreSnapshot"("period", "computedAt" DESC);

-- CreateIndex
CREATE INDEX "ScoreStale_bodyId_period_idx" ON "ScoreStale"("bodyId", "period");

-- CreateIndex
CREATE INDEX "ScoreMismatch_bodyId_period_settledAt_idx" ON "ScoreMismatch"("bodyId", "period", "settledAt");

-- CreateIndex
CREATE INDEX "Appeal_bodyId_registeredDay_idx" ON "Appeal"("bodyId", "registeredDay");

-- CreateIndex
CREATE INDEX "Comment_bodyId_receivedDay_idx" ON "Comment"("bodyId", "receivedDay");

-- What was published stays: the database itself refuses to change or remove a snapshot.
CREATE FUNCTION snapshot_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'snapshots of scores are append-only';
END $$;
CREATE TRIGGER snapshot_stays BEFORE UPDATE OR DELETE ON "ScoreSnapshot" FOR EACH ROW EXECUTE FUNCTION snapshot_stays();

-- Figures of what was there before are to be reckoned.
INSERT INTO "ScoreStale" ("bodyId", "period")
SELECT DISTINCT "bodyId", left("registeredDay", 5) || 'Q' || ceil(substr("registeredDay", 6, 2)::int / 3.0) FROM "Appeal"
UNION
SELECT DISTINCT "bodyId", left("receivedDay", 5) || 'Q' || ceil(substr("receivedDay", 6, 2)::int / 3.0) FROM "Comment";
